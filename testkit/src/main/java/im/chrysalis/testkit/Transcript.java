package im.chrysalis.testkit;

import java.net.URI;
import java.util.List;
import java.util.Set;

/** What clients and a server say to each other, and in which order, to prove one sentence. */
public final class Transcript {
  private final String name;
  private final URI uri;
  private final String title;
  private final String page;
  private final Scene scene;
  private final List<Step> steps;

  Transcript(String name, URI uri, String title, String page, Scene scene, List<Step> steps) {
    this.name = name;
    this.uri = uri;
    this.title = title;
    this.page = page;
    this.scene = scene;
    this.steps = List.copyOf(steps);
  }

  /** The sentence that the transcript proves. */
  public String title() {
    return title;
  }

  /** The page that says so, such as {@code docs/protocol/presence.md#hiding}. */
  public String page() {
    return page;
  }

  /** The file within the transcripts, such as {@code notification/privacy/blocking.transcript}. */
  public String name() {
    return name;
  }

  /** The file itself. */
  public URI uri() {
    return uri;
  }

  /** What the operator of the server must have chosen. */
  public Set<Setting> settings() {
    return scene.settings();
  }

  /**
   * Plays it on a fresh network.
   *
   * @throws TranscriptFailure at the first line that does not hold, naming it and what came instead
   */
  public void play(NetworkStarter starter) {
    try (Network network = starter.start(settings())) {
      play(network);
    }
  }

  /** Plays it on a network that is fresh and was started with its {@link #settings()}. */
  public void play(Network network) {
    try (var player = new Player(this, network)) {
      player.play();
    }
  }

  Scene scene() {
    return scene;
  }

  List<Step> steps() {
    return steps;
  }

  /** The place of a line, as messages name it. */
  String at(int line) {
    return name + ":" + line;
  }

  @Override
  public String toString() {
    return name + ": " + title;
  }
}
