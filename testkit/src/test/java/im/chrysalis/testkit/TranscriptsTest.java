package im.chrysalis.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TranscriptsTest {
  @Test
  void everyTranscriptReadsWell() {
    assertThat(Transcripts.all())
        .isNotEmpty()
        .allSatisfy(script -> assertThat(script.title()).matches("\\S.*[.]"))
        .allSatisfy(
            script -> assertThat(script.page()).matches("docs/protocol/[a-z-]+[.]md(#.+)?"));
  }

  @Test
  void noTwoTranscriptsProveTheSameSentence() {
    assertThat(Transcripts.all().map(Transcript::title)).doesNotHaveDuplicates();
  }

  @Test
  void aFolderHoldsThoseOfTheFoldersInItToo() {
    assertThat(Transcripts.under("notification"))
        .isNotEmpty()
        .allSatisfy(script -> assertThat(script.name()).startsWith("transcripts/notification/"));
  }

  @Test
  void anUnknownFolderIsRefused() {
    assertThatThrownBy(() -> Transcripts.under("nowhere"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("transcripts/nowhere");
  }
}
