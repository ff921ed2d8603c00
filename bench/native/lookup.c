/*
 * The search of src/tree on the same tables and questions, as the limit of what a lookup can take.
 *
 *     lookup <tables> <questions>
 *
 * prints the nanoseconds of one pass over the questions, after an eighth of them to warm up, and the sum of the answers.
 * The file is written by tables-file.ts: the layout is told there.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { MINUTES_PER_DAY = 1440, ERA_BITS = 8, DAY_OF_ERA = 255, FIRST_BIT = 12, SECOND = (1 << FIRST_BIT) - 1 };

typedef struct {
  int32_t rows_day, stride, lists_start, words, questions, none;
} Header;

typedef struct {
  int32_t rows_day, rows_minute, stride, lists_start;
  const int32_t *words;
} Tree;

static int32_t turns(int32_t word, int32_t key) {
  return (word < key) ^ ((word & SECOND) < (key >> (FIRST_BIT - 1)));
}

static int32_t is_open(const Tree *tree, int32_t schedule, int32_t minute) {
  const int32_t *words = tree->words;
  int32_t since_rows = minute - tree->rows_minute;
  int32_t day = since_rows / MINUTES_PER_DAY;
  int32_t key = (since_rows - day * MINUTES_PER_DAY + 1) << FIRST_BIT;
  int32_t row = day * tree->stride + schedule;
  int32_t era = ((tree->rows_day & DAY_OF_ERA) + day) >> ERA_BITS;
  int32_t list = words[era * tree->stride + tree->lists_start + schedule];
  int32_t place = (words[row >> 2] >> ((row & 3) << 3)) & 0xff;
  int32_t width = list & 15;
  int32_t at = (int32_t)((uint32_t)list >> 4) + (place << width);
  for (int32_t half = (1 << width) >> 1; half > 1; half >>= 1) at += half & ((words[at + half] - key) >> 31);
  return (words[at] ^ turns(words[at], key) ^ turns(words[at + 1], key)) & 1;
}

static uint32_t sum_of(const Tree *tree, const int32_t *schedule, const double *at, int32_t questions) {
  uint32_t sum = 0;
  for (int32_t i = 0; i < questions; i++) {
    int32_t open = is_open(tree, schedule[i], (int32_t)(at[i] / 60000));
    sum += (uint32_t)open * ((i & 1023) + 1);
  }
  return sum;
}

/* Arrays fill whole eights of bytes. */
static void *read_array(FILE *file, size_t size, size_t count) {
  size_t bytes = (size * count + 7) / 8 * 8;
  void *array = malloc(bytes);
  if (array == NULL || fread(array, 1, bytes, file) != bytes) {
    fprintf(stderr, "the tables are cut short\n");
    exit(1);
  }
  return array;
}

int main(int argc, char **argv) {
  FILE *file = argc == 3 ? fopen(argv[1], "rb") : NULL;
  if (file == NULL) {
    fprintf(stderr, "usage: lookup <tables> <questions>\n");
    return 1;
  }
  Header *header = read_array(file, sizeof(Header), 1);
  Tree tree = {header->rows_day, header->rows_day * MINUTES_PER_DAY, header->stride, header->lists_start, NULL};
  tree.words = read_array(file, sizeof(int32_t), (size_t)header->words);
  int32_t *schedule = read_array(file, sizeof(int32_t), (size_t)header->questions);
  double *at = read_array(file, sizeof(double), (size_t)header->questions);
  fclose(file);

  int32_t questions = atoi(argv[2]);
  if (questions > header->questions) questions = header->questions;
  volatile uint32_t sum = sum_of(&tree, schedule, at, questions >> 3);
  struct timespec start, end;
  clock_gettime(CLOCK_MONOTONIC, &start);
  sum = sum_of(&tree, schedule, at, questions);
  clock_gettime(CLOCK_MONOTONIC, &end);
  double nanoseconds = (double)(end.tv_sec - start.tv_sec) * 1e9 + (double)(end.tv_nsec - start.tv_nsec);
  printf("%.0f %d\n", nanoseconds, (int32_t)sum);
  return 0;
}
