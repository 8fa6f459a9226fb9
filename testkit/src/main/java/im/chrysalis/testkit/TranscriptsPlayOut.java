package im.chrysalis.testkit;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Plays every transcript; a subclass says on what kind of network. While one works on a subject,
 * {@code -Dtranscripts=notification/routed} plays those of its folder alone.
 */
public abstract class TranscriptsPlayOut {
  /** Starts the networks to play on. */
  protected abstract NetworkStarter networks();

  @TestFactory
  Stream<DynamicTest> everyTranscriptPlaysOut() {
    String folder = System.getProperty("transcripts", "");
    return (folder.isEmpty() ? Transcripts.all() : Transcripts.under(folder))
        .map(script -> dynamicTest(script.title(), script.uri(), () -> script.play(networks())));
  }
}
