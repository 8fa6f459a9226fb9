package im.chrysalis.bench.yardstick;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The same as {@code answers.c}: answers lines from a script. */
public final class AnswersYardstick {
  private static final int ROOM = 1 << 16;
  private static final int BACKLOG = 4096;
  private static final int QUERY_PAYLOAD = 32;

  private final List<byte[]> answers = new ArrayList<>();
  private final List<byte[]> echoes = new ArrayList<>();
  private final List<byte[]> others = new ArrayList<>();
  private final Set<Person> people = new LinkedHashSet<>();
  private final ByteBuffer in = ByteBuffer.allocateDirect(ROOM);
  private int nextChange;

  private static final class Person {
    final SocketChannel channel;
    int lines;
    boolean inside;
    int skip;
    byte verb;

    Person(SocketChannel channel) {
      this.channel = channel;
    }
  }

  private AnswersYardstick() {}

  /** One argument: the script. */
  public static void main(String[] arguments) throws IOException {
    Ear.endWithStandardInput();
    AnswersYardstick yardstick = new AnswersYardstick();
    yardstick.load(Path.of(arguments[0]));
    yardstick.run();
  }

  private void load(Path script) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(script));
    while (bytes.hasRemaining()) {
      ByteArrayOutputStream line = new ByteArrayOutputStream();
      for (byte next = bytes.get(); next != '\n'; next = bytes.get()) line.write(next);
      String[] words = line.toString(US_ASCII).split(" ");
      byte[] text = new byte[Integer.parseInt(words[1])];
      bytes.get(text);
      switch (words[0]) {
        case "answer" -> answers.add(text);
        case "echo" -> echoes.add(text);
        case "others" -> others.add(text);
        default -> throw new IOException("unknown in the script: " + words[0]);
      }
    }
  }

  private void run() throws IOException {
    try (ServerSocketChannel listener = ServerSocketChannel.open();
        Selector selector = Selector.open()) {
      listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
      listener.configureBlocking(false);
      System.out.println("port " + listener.socket().getLocalPort());
      SelectionKey door = listener.register(selector, SelectionKey.OP_ACCEPT);
      while (true) {
        selector.select();
        boolean someoneWaits = selector.selectedKeys().remove(door);
        for (SelectionKey key : selector.selectedKeys()) hear((Person) key.attachment());
        selector.selectedKeys().clear();
        if (someoneWaits) welcome(listener, selector);
      }
    }
  }

  private void welcome(ServerSocketChannel listener, Selector selector) throws IOException {
    for (SocketChannel next = listener.accept(); next != null; next = listener.accept()) {
      next.configureBlocking(false);
      next.setOption(StandardSocketOptions.TCP_NODELAY, true);
      Person person = new Person(next);
      people.add(person);
      next.register(selector, SelectionKey.OP_READ, person);
    }
  }

  private void hear(Person person) throws IOException {
    in.clear();
    try {
      if (person.channel.read(in) < 0) {
        leave(person);
        return;
      }
    } catch (IOException _) {
      // the other side has gone without a word
      leave(person);
      return;
    }
    in.flip();
    while (in.hasRemaining()) {
      byte next = in.get();
      if (person.skip > 0) {
        person.skip--;
        continue;
      }
      if (!person.inside) person.verb = next;
      person.inside = next != '\n';
      if (person.inside) continue;
      if (person.verb == 'O') {
        leave(person);
        return;
      }
      answer(person);
    }
  }

  private void answer(Person person) throws IOException {
    if (person.verb == 'Q') {
      person.skip = QUERY_PAYLOAD;
    } else if (person.lines < answers.size()) {
      send(person, answers.get(person.lines++));
    } else if (person.verb == 'C' && !echoes.isEmpty()) {
      int change = nextChange++ % echoes.size();
      send(person, echoes.get(change));
      for (Person other : people) {
        if (other != person) send(other, others.get(change));
      }
    }
  }

  private static void send(Person to, byte[] text) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(text);
    while (bytes.hasRemaining()) to.channel.write(bytes);
  }

  private void leave(Person person) throws IOException {
    people.remove(person);
    person.channel.close();
  }
}
