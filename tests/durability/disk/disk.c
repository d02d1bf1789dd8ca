/*
 * A disk that can be watched and that can fail, for one process: loaded before the C library (LD_PRELOAD), it stands
 * between the process and every file below DANKBEL_DISK_ROOT. What SQLite and Node write there
 *
 *   is written down in DANKBEL_DISK_LOG, call by call, with what was forced to the disk and when (write-log.ts reads it);
 *   fails as on a full disk once the files have grown by DANKBEL_DISK_ROOM bytes: first a part is written, then nothing,
 *   until somebody opens a file called "there-is-room";
 *   fails as on a disk that can only be read, when DANKBEL_DISK_READ_ONLY is set.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

#define MOST_FILES 4096
#define REAL(name) ((__typeof__(&name))real(#name))

static pthread_mutex_t turn = PTHREAD_MUTEX_INITIALIZER;
static char is_ours[MOST_FILES];
static char root[PATH_MAX];
static size_t root_length;
static int log_file = -1;
static long long room = -1;
static int is_read_only;
static int is_ready;

static void *real(const char *name) { return dlsym(RTLD_NEXT, name); }

__attribute__((constructor)) static void prepare(void) {
  const char *given = getenv("DANKBEL_DISK_ROOT");
  const char *log = getenv("DANKBEL_DISK_LOG");
  const char *bytes = getenv("DANKBEL_DISK_ROOM");
  if (given == NULL) return;
  strncpy(root, given, sizeof root - 1);
  root_length = strlen(root);
  is_read_only = getenv("DANKBEL_DISK_READ_ONLY") != NULL;
  if (bytes != NULL) room = atoll(bytes);
  if (log != NULL) log_file = REAL(open)(log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  is_ready = 1;
}

static int below(const char *path) {
  return is_ready && path != NULL && strncmp(path, root, root_length) == 0 &&
         (path[root_length] == '/' || path[root_length] == '\0');
}

static int ours(int file) { return is_ready && file >= 0 && file < MOST_FILES && is_ours[file]; }

/* kind, inode, number (place or size), then two texts or bytes with their lengths */
static void note(char kind, uint64_t inode, uint64_t number, const void *one, uint32_t one_length, const void *two,
                 uint32_t two_length) {
  if (log_file < 0) return;
  char head[25];
  head[0] = kind;
  memcpy(head + 1, &inode, 8);
  memcpy(head + 9, &number, 8);
  memcpy(head + 17, &one_length, 4);
  memcpy(head + 21, &two_length, 4);
  struct iovec parts[3] = {{head, sizeof head}, {(void *)one, one_length}, {(void *)two, two_length}};
  pthread_mutex_lock(&turn);
  ssize_t done = REAL(writev)(log_file, parts, 3);
  (void)done;
  pthread_mutex_unlock(&turn);
}

static uint64_t inode_of(int file) {
  struct stat state;
  return fstat(file, &state) == 0 ? (uint64_t)state.st_ino : 0;
}

static int refuse(int code) {
  errno = code;
  return -1;
}

static int opened(int file, const char *path, int flags, int was_there) {
  if (file < 0 || file >= MOST_FILES) return file;
  is_ours[file] = 1;
  if (flags & O_DIRECTORY) return file;
  if (!was_there) note('c', inode_of(file), 0, path, strlen(path), NULL, 0);
  else if (flags & O_TRUNC) note('t', inode_of(file), 0, NULL, 0, NULL, 0);
  return file;
}

typedef int (*open_function)(const char *, int, ...);

static int open_with(const char *name, const char *path, int flags, mode_t mode) {
  open_function real_open = (open_function)real(name);
  if (!below(path)) return real_open(path, flags, mode);
  if (strstr(path, "there-is-room") != NULL) room = -1;
  int changes = (flags & (O_WRONLY | O_RDWR | O_CREAT | O_TRUNC)) != 0;
  if (is_read_only && changes) return refuse(EROFS);
  int was_there = REAL(access)(path, F_OK) == 0;
  return opened(real_open(path, flags, mode), path, flags, was_there);
}

#define MODE_OF(flags)                                                                                               \
  mode_t mode = 0;                                                                                                   \
  if ((flags) & O_CREAT) {                                                                                           \
    va_list more;                                                                                                    \
    va_start(more, flags);                                                                                           \
    mode = va_arg(more, mode_t);                                                                                     \
    va_end(more);                                                                                                    \
  }

int open(const char *path, int flags, ...) {
  MODE_OF(flags)
  return open_with("open", path, flags, mode);
}
int open64(const char *path, int flags, ...) {
  MODE_OF(flags)
  return open_with("open64", path, flags, mode);
}

int close(int file) {
  if (ours(file)) is_ours[file] = 0;
  return REAL(close)(file);
}

/* How much of a write there is room for; -1 for none. */
static ssize_t room_for(int file, off_t place, size_t count) {
  if (room < 0) return (ssize_t)count;
  struct stat state;
  if (fstat(file, &state) != 0) return (ssize_t)count;
  long long grows = (long long)place + (long long)count - (long long)state.st_size;
  if (grows <= 0) return (ssize_t)count;
  if (grows <= room) {
    room -= grows;
    return (ssize_t)count;
  }
  long long fits = (long long)count - (grows - room);
  room = 0;
  if (fits <= 0) return refuse(ENOSPC);
  return (ssize_t)fits;
}

static off_t place_of(int file) {
  if (fcntl(file, F_GETFL) & O_APPEND) {
    struct stat state;
    return fstat(file, &state) == 0 ? state.st_size : 0;
  }
  return lseek(file, 0, SEEK_CUR);
}

static ssize_t written(int file, const void *bytes, ssize_t done, off_t place) {
  if (done > 0) note('w', inode_of(file), (uint64_t)place, bytes, (uint32_t)done, NULL, 0);
  return done;
}

ssize_t write(int file, const void *bytes, size_t count) {
  if (!ours(file)) return REAL(write)(file, bytes, count);
  off_t place = place_of(file);
  ssize_t fits = room_for(file, place, count);
  return fits < 0 ? -1 : written(file, bytes, REAL(write)(file, bytes, (size_t)fits), place);
}

ssize_t pwrite(int file, const void *bytes, size_t count, off_t place) {
  if (!ours(file)) return REAL(pwrite)(file, bytes, count, place);
  ssize_t fits = room_for(file, place, count);
  return fits < 0 ? -1 : written(file, bytes, REAL(pwrite)(file, bytes, (size_t)fits, place), place);
}
ssize_t pwrite64(int file, const void *bytes, size_t count, off64_t place) { return pwrite(file, bytes, count, place); }

ssize_t writev(int file, const struct iovec *parts, int count) {
  if (!ours(file)) return REAL(writev)(file, parts, count);
  ssize_t sum = 0;
  for (int part = 0; part < count; part += 1) {
    ssize_t done = write(file, parts[part].iov_base, parts[part].iov_len);
    if (done < 0) return sum > 0 ? sum : -1;
    sum += done;
    if ((size_t)done < parts[part].iov_len) break;
  }
  return sum;
}

int ftruncate(int file, off_t size) {
  int done = REAL(ftruncate)(file, size);
  if (done == 0 && ours(file)) note('t', inode_of(file), (uint64_t)size, NULL, 0, NULL, 0);
  return done;
}
int ftruncate64(int file, off64_t size) { return ftruncate(file, size); }

static int forced(int file, int done) {
  if (done != 0 || !ours(file)) return done;
  struct stat state;
  char link[64], path[PATH_MAX];
  if (fstat(file, &state) != 0) return done;
  if (!S_ISDIR(state.st_mode)) {
    note('f', (uint64_t)state.st_ino, 0, NULL, 0, NULL, 0);
    return done;
  }
  snprintf(link, sizeof link, "/proc/self/fd/%d", file);
  ssize_t length = readlink(link, path, sizeof path);
  if (length > 0) note('d', 0, 0, path, (uint32_t)length, NULL, 0);
  return done;
}

int fsync(int file) { return forced(file, REAL(fsync)(file)); }
int fdatasync(int file) { return forced(file, REAL(fdatasync)(file)); }

int rename(const char *from, const char *to) {
  if (!below(from)) return REAL(rename)(from, to);
  if (is_read_only) return refuse(EROFS);
  int done = REAL(rename)(from, to);
  if (done == 0) note('r', 0, 0, from, strlen(from), to, strlen(to));
  return done;
}

int link(const char *from, const char *to) {
  if (!below(from)) return REAL(link)(from, to);
  if (is_read_only) return refuse(EROFS);
  int done = REAL(link)(from, to);
  if (done == 0) note('l', 0, 0, from, strlen(from), to, strlen(to));
  return done;
}

int unlink(const char *path) {
  if (!below(path)) return REAL(unlink)(path);
  if (is_read_only) return refuse(EROFS);
  int done = REAL(unlink)(path);
  if (done == 0) note('u', 0, 0, path, strlen(path), NULL, 0);
  return done;
}

int remove(const char *path) {
  struct stat state;
  if (!below(path) || stat(path, &state) != 0 || S_ISDIR(state.st_mode)) return REAL(remove)(path);
  return unlink(path);
}

int access(const char *path, int how) {
  if (below(path) && is_read_only && (how & W_OK)) return refuse(EROFS);
  return REAL(access)(path, how);
}

int mkdir(const char *path, mode_t mode) {
  if (below(path) && is_read_only && REAL(access)(path, F_OK) != 0) return refuse(EROFS);
  return REAL(mkdir)(path, mode);
}

/* Copies within the kernel would go past this disk: whoever copies falls back to reading and writing. */
ssize_t sendfile(int out, int in, off_t *place, size_t count) {
  (void)out, (void)in, (void)place, (void)count;
  return refuse(EINVAL);
}
ssize_t sendfile64(int out, int in, off64_t *place, size_t count) { return sendfile(out, in, place, count); }
ssize_t copy_file_range(int in, off64_t *from, int out, off64_t *to, size_t count, unsigned flags) {
  (void)in, (void)from, (void)out, (void)to, (void)count, (void)flags;
  return refuse(ENOSYS);
}
long syscall(long number, ...) {
  va_list more;
  long given[6];
  va_start(more, number);
  for (int index = 0; index < 6; index += 1) given[index] = va_arg(more, long);
  va_end(more);
  if (is_ready && number == SYS_copy_file_range) return refuse(ENOSYS);
  if (number == SYS_close && ours((int)given[0])) is_ours[given[0]] = 0;
  return REAL(syscall)(number, given[0], given[1], given[2], given[3], given[4], given[5]);
}
