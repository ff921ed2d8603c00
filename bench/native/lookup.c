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

enum { MINUTES_PER_DAY = 1440, SCAN_LIMIT = 8 };

typedef struct {
  int32_t first_day, days, schedules, steps, questions;
} Header;

static int32_t bisect(const int32_t *steps, int32_t leaf, int32_t count, int32_t key) {
  int32_t low = 0, high = count;
  while (high - low > 1) {
    int32_t middle = (low + high) >> 1;
    if (steps[leaf + middle] <= key) low = middle;
    else high = middle;
  }
  return low;
}

static int32_t rank_at(const int32_t *steps, int32_t leaf, int32_t key) {
  int32_t count = steps[leaf - 1];
  int32_t rank = 0;
  if (count > SCAN_LIMIT) return bisect(steps, leaf, count, key);
  while (steps[leaf + rank + 1] <= key) rank++;
  return rank;
}

static int32_t is_open(const Header *header, const int32_t *rows, const int32_t *steps, int32_t schedule, int32_t minute) {
  int32_t day = minute / MINUTES_PER_DAY;
  int32_t leaf = rows[(int64_t)(day - header->first_day) * header->schedules + schedule];
  int32_t key = (minute - day * MINUTES_PER_DAY) << 16 | 0xffff;
  return (steps[leaf] ^ rank_at(steps, leaf, key)) & 1;
}

static uint32_t sum_of(const Header *header, const int32_t *rows, const int32_t *steps, const int32_t *schedule,
                       const double *at, int32_t questions) {
  uint32_t sum = 0;
  for (int32_t i = 0; i < questions; i++) {
    int32_t open = is_open(header, rows, steps, schedule[i], (int32_t)(at[i] / 60000));
    sum += (uint32_t)open * ((i & 1023) + 1);
  }
  return sum;
}

static void *read_array(FILE *file, size_t size, size_t count) {
  void *array = malloc(size * count);
  if (array == NULL || fread(array, size, count, file) != count) {
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
  int32_t *rows = read_array(file, sizeof(int32_t), (size_t)header->days * (size_t)header->schedules);
  int32_t *steps = read_array(file, sizeof(int32_t), (size_t)header->steps);
  int32_t *schedule = read_array(file, sizeof(int32_t), (size_t)header->questions);
  double *at = read_array(file, sizeof(double), (size_t)header->questions);
  fclose(file);

  int32_t questions = atoi(argv[2]);
  if (questions > header->questions) questions = header->questions;
  volatile uint32_t sum = sum_of(header, rows, steps, schedule, at, questions >> 3);
  struct timespec start, end;
  clock_gettime(CLOCK_MONOTONIC, &start);
  sum = sum_of(header, rows, steps, schedule, at, questions);
  clock_gettime(CLOCK_MONOTONIC, &end);
  double nanoseconds = (double)(end.tv_sec - start.tv_sec) * 1e9 + (double)(end.tv_nsec - start.tv_nsec);
  printf("%.0f %d\n", nanoseconds, (int32_t)sum);
  return 0;
}
