/*
 * The limit for a notification server: answers the same number of lines with the same bytes, and
 * understands nothing. The script's format is told in AnswerScript.java.
 *
 * One thread, one epoll, one read and one write for whatever has come. Prints "port N"; ends when
 * standard input ends.
 */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#define ROOM (1 << 16)
#define MOST_ANSWERS 32
#define MOST_CHANGES 8
#define QUERY_PAYLOAD 32

struct text {
  char *bytes;
  int length;
};

/* One connection, found by its file descriptor. */
struct person {
  int here;
  int lines;       /* lines it has said */
  int inside;      /* in the middle of a line */
  int skip;        /* bytes of payload to pass over */
  char verb;       /* first letter of the current line */
};

static struct text answers[MOST_ANSWERS], echoes[MOST_CHANGES], others[MOST_CHANGES];
static int answer_count, change_count, other_count;
static struct person *people;
static int people_room, highest;
static unsigned next_change;
static char in[ROOM];
static char *out;
static int out_room;

static void fail(const char *what) {
  perror(what);
  exit(1);
}

static void load(const char *name) {
  FILE *file = fopen(name, "rb");
  char kind[16];
  int length;
  if (!file) fail(name);
  while (fscanf(file, "%15s %d", kind, &length) == 2) {
    struct text text = {malloc(length + 1), length};
    if (fgetc(file) != '\n' || fread(text.bytes, 1, length, file) != (size_t)length) fail("script");
    if (*kind == 'a' && answer_count < MOST_ANSWERS) answers[answer_count++] = text;
    else if (*kind == 'e' && change_count < MOST_CHANGES) echoes[change_count++] = text;
    else if (*kind == 'o' && other_count < MOST_CHANGES) others[other_count++] = text;
    else fail("script");
  }
  fclose(file);
}

static void send_all(int socket, const char *bytes, int length) {
  while (length > 0) {
    ssize_t sent = send(socket, bytes, length, MSG_NOSIGNAL | MSG_DONTWAIT);
    if (sent > 0) {
      bytes += sent;
      length -= sent;
    } else {
      struct pollfd full = {.fd = socket, .events = POLLOUT};
      if (poll(&full, 1, 10000) <= 0) return;
    }
  }
}

static int append(struct text text, int outgoing) {
  if (outgoing + text.length > out_room) {
    out_room = (outgoing + text.length) * 2;
    out = realloc(out, out_room);
    if (!out) fail("memory");
  }
  memcpy(out + outgoing, text.bytes, text.length);
  return outgoing + text.length;
}

static void leave(int socket) {
  people[socket].here = 0;
  close(socket);
}

static void hear(int socket) {
  ssize_t got = read(socket, in, ROOM);
  if (got <= 0) {
    leave(socket);
    return;
  }
  struct person *person = &people[socket];
  char *at = in, *end = in + got;
  int outgoing = 0;
  while (at < end) {
    if (person->skip > 0) {
      int step = end - at < person->skip ? end - at : person->skip;
      at += step;
      person->skip -= step;
      continue;
    }
    if (!person->inside) {
      person->inside = 1;
      person->verb = *at;
    }
    char *line_end = memchr(at, '\n', end - at);
    if (!line_end) break;
    at = line_end + 1;
    person->inside = 0;
    if (person->verb == 'O') {
      if (outgoing > 0) send_all(socket, out, outgoing);
      leave(socket);
      return;
    }
    if (person->verb == 'Q') {
      person->skip = QUERY_PAYLOAD;
    } else if (person->lines < answer_count) {
      outgoing = append(answers[person->lines++], outgoing);
    } else if (person->verb == 'C' && change_count > 0) {
      int change = next_change++ % change_count;
      outgoing = append(echoes[change], outgoing);
      for (int other = 0; other <= highest; other++) {
        if (other != socket && people[other].here) {
          send_all(other, others[change].bytes, others[change].length);
        }
      }
    }
  }
  if (outgoing > 0) send_all(socket, out, outgoing);
}

static void welcome(int loop, int listener) {
  int yes = 1, socket;
  while ((socket = accept4(listener, NULL, NULL, SOCK_NONBLOCK)) >= 0) {
    if (socket >= people_room) {
      int room = socket * 2;
      people = realloc(people, room * sizeof *people);
      if (!people) fail("memory");
      memset(people + people_room, 0, (room - people_room) * sizeof *people);
      people_room = room;
    }
    people[socket] = (struct person){.here = 1};
    if (socket > highest) highest = socket;
    setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
    struct epoll_event event = {.events = EPOLLIN, .data.fd = socket};
    if (epoll_ctl(loop, EPOLL_CTL_ADD, socket, &event)) fail("epoll");
  }
}

int main(int argc, char **argv) {
  if (argc != 2) {
    fprintf(stderr, "usage: answers SCRIPT\n");
    return 2;
  }
  load(argv[1]);
  if (change_count != other_count) fail("script");

  int listener = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
  struct sockaddr_in address = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
  socklen_t size = sizeof address;
  if (bind(listener, (struct sockaddr *)&address, size) || listen(listener, 4096)) fail("listen");
  if (getsockname(listener, (struct sockaddr *)&address, &size)) fail("getsockname");
  printf("port %d\n", ntohs(address.sin_port));
  fflush(stdout);

  int loop = epoll_create1(0);
  struct epoll_event event = {.events = EPOLLIN, .data.fd = listener};
  if (epoll_ctl(loop, EPOLL_CTL_ADD, listener, &event)) fail("epoll");
  event.data.fd = 0;
  if (epoll_ctl(loop, EPOLL_CTL_ADD, 0, &event)) fail("epoll");
  for (;;) {
    struct epoll_event events[256];
    int count = epoll_wait(loop, events, 256, -1);
    for (int i = 0; i < count; i++) {
      int ready = events[i].data.fd;
      if (ready == listener) welcome(loop, listener);
      else if (ready != 0) hear(ready);
      else if (read(0, in, ROOM) <= 0) return 0;
    }
  }
}
