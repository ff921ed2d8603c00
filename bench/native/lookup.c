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

enum { MINUTES_PER_DAY = 1440, ERA_BITS = 8, DAY_OF_ERA = 255 };
/* Of a word of a leaf, and of a list. */
enum { SECOND_BIT = 1, SECOND_GUARD = 12, FIRST_BIT = 13, FIRST_GUARD = 24 };
enum { LEAST_WIDTH = 1, WIDTH = 15, LONG = 16, KIND = WIDTH | LONG, PLACE_WORDS = 64 };

typedef struct {
  int32_t rows_day, stride, lists_start, words, questions, none;
} Header;

typedef struct {
  int32_t rows_day, rows_minute, stride, lists_start;
  const int32_t *words;
} Tree;

/* Where the search ends in a list that is long, or of wider leaves. */
static int32_t seek(const int32_t *words, int32_t list, int32_t place, int32_t day, int32_t key) {
  int32_t width = list & WIDTH;
  int32_t at = (int32_t)((uint32_t)list >> 5) << 1;
  if (list & LONG) {
    place = (words[at + ((day & DAY_OF_ERA) >> 2)] >> ((day & 3) << 3)) & 0xff;
    at += PLACE_WORDS;
  }
  at += place << width;
  for (int32_t half = (1 << width) >> 1; half > 1; half >>= 1) {
    at += half & (((words[at + half] - key) >> FIRST_GUARD) - 1);
  }
  return at;
}

static int32_t is_open(const Tree *tree, int32_t schedule, int32_t minute) {
  const int32_t *words = tree->words;
  int32_t since_rows = minute - tree->rows_minute;
  int32_t day = since_rows / MINUTES_PER_DAY;
  int32_t key = (since_rows - day * MINUTES_PER_DAY + 1) * ((1 << FIRST_BIT) | (1 << SECOND_BIT));
  int32_t row = day * tree->stride + schedule;
  int32_t in_eras = (tree->rows_day & DAY_OF_ERA) + day;
  int32_t list = words[(in_eras >> ERA_BITS) * tree->stride + tree->lists_start + schedule];
  int32_t place = (words[row >> 3] >> ((row & 7) << 2)) & 15;
  int32_t at = (list & KIND) == LEAST_WIDTH ? (int32_t)((uint32_t)list >> 4) + (place << LEAST_WIDTH)
                                            : seek(words, list, place, in_eras, key);
  int32_t come = (words[at] - key) ^ (words[at + 1] - key);
  return (words[at] ^ (come >> SECOND_GUARD) ^ (come >> FIRST_GUARD)) & 1;
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
