/*
 * The limit for a switchboard: the least that can be done to pass messages between two people.
 *
 *   MSG 3 N 200\r\n + 200 bytes   goes to the other as   MSG anna@x Anna 200\r\n + 200 bytes
 *
 * One thread, one epoll, one read and one write for whatever has come. Prints "port N", takes two
 * connections, ends when one of them or standard input ends.
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

#define ROOM (1 << 17)

static int sockets[2];
static char in[2][ROOM];
static int kept[2];
static char out[ROOM * 2];
static char head[1024];
static int head_length;

static void fail(const char *what) {
  perror(what);
  exit(1);
}

static void send_all(int socket, const char *bytes, int length) {
  while (length > 0) {
    ssize_t sent = send(socket, bytes, length, MSG_NOSIGNAL | MSG_DONTWAIT);
    if (sent > 0) {
      bytes += sent;
      length -= sent;
    } else {
      struct pollfd full = {.fd = socket, .events = POLLOUT};
      if (poll(&full, 1, 10000) <= 0) exit(0);
    }
  }
}

static void pass(int from) {
  char *buffer = in[from];
  ssize_t got = read(sockets[from], buffer + kept[from], ROOM - kept[from]);
  if (got <= 0) exit(0);
  char *at = buffer, *end = buffer + kept[from] + got;
  int outgoing = 0;
  char *line_end;
  while ((line_end = memchr(at, '\n', end - at))) {
    char *digits = line_end - 1;
    while (digits > at && digits[-1] != ' ') digits--;
    int payload = atoi(digits);
    if (payload < 0 || payload > ROOM / 2) exit(1);
    if (end - line_end - 1 < payload) break;
    memcpy(out + outgoing, head, head_length);
    outgoing += head_length;
    int rest = line_end + 1 + payload - digits;
    memcpy(out + outgoing, digits, rest);
    outgoing += rest;
    at = line_end + 1 + payload;
    if (outgoing > ROOM) {
      send_all(sockets[!from], out, outgoing);
      outgoing = 0;
    }
  }
  if (outgoing > 0) send_all(sockets[!from], out, outgoing);
  kept[from] = end - at;
  if (kept[from] > 0) memmove(buffer, at, kept[from]);
}

int main(int argc, char **argv) {
  if (argc != 2) {
    fprintf(stderr, "usage: relay 'ADDRESS NAME'\n");
    return 2;
  }
  head_length = snprintf(head, sizeof head, "MSG %s ", argv[1]);
  if (head_length >= (int)sizeof head) return 2;

  int listener = socket(AF_INET, SOCK_STREAM, 0);
  struct sockaddr_in address = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
  socklen_t size = sizeof address;
  if (bind(listener, (struct sockaddr *)&address, size) || listen(listener, 2)) fail("listen");
  if (getsockname(listener, (struct sockaddr *)&address, &size)) fail("getsockname");
  printf("port %d\n", ntohs(address.sin_port));
  fflush(stdout);

  int loop = epoll_create1(0), yes = 1;
  struct epoll_event event = {.events = EPOLLIN, .data.u32 = 2};
  if (epoll_ctl(loop, EPOLL_CTL_ADD, 0, &event)) fail("epoll");
  for (int i = 0; i < 2; i++) {
    sockets[i] = accept(listener, NULL, NULL);
    if (sockets[i] < 0) fail("accept");
    setsockopt(sockets[i], IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
    event.data.u32 = i;
    if (epoll_ctl(loop, EPOLL_CTL_ADD, sockets[i], &event)) fail("epoll");
  }
  for (;;) {
    struct epoll_event events[4];
    int count = epoll_wait(loop, events, 4, -1);
    for (int i = 0; i < count; i++) {
      char ignored[256];
      if (events[i].data.u32 < 2) pass(events[i].data.u32);
      else if (read(0, ignored, sizeof ignored) <= 0) return 0;
    }
  }
}
