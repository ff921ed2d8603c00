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

enum { MINUTES_PER_DAY = 1440, ERA_BITS = 8 };

typedef struct {
  int32_t first_day, rows, stride, eras, steps, questions;
} Header;

typedef struct {
  int32_t first_day, stride, first_era;
  const uint8_t *rows;
  const int32_t *lists;
  const uint16_t *steps;
} Tree;

static int32_t is_open(const Tree *tree, int32_t schedule, int32_t minute) {
  int32_t day = minute / MINUTES_PER_DAY;
  int32_t era = (day >> ERA_BITS) - tree->first_era;
  int32_t place = tree->rows[(day - tree->first_day) * tree->stride + schedule];
  int32_t list = tree->lists[era * tree->stride + schedule];
  const uint16_t *steps = tree->steps;
  int32_t key = (minute - day * MINUTES_PER_DAY + 1) << 1;
  int32_t at = ((list >> 4) << 2) + (place << (list & 15));
  for (int32_t half = (1 << (list & 15)) >> 1; half > 2; half >>= 1) at += half & ((steps[at + half] - key) >> 31);
  int32_t passed = (steps[at + 1] < key) + (steps[at + 2] < key) + (steps[at + 3] < key);
  return (steps[at] ^ passed) & 1;
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
  Tree tree = {header->first_day, header->stride, header->first_day >> ERA_BITS, NULL, NULL, NULL};
  tree.rows = read_array(file, 1, (size_t)header->rows * (size_t)header->stride);
  tree.lists = read_array(file, sizeof(int32_t), (size_t)header->eras * (size_t)header->stride);
  tree.steps = read_array(file, sizeof(uint16_t), (size_t)header->steps);
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
