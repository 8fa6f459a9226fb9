package im.chrysalis.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;

class SceneSetterTest {
  private static final String TITLE = "# A test.     docs/protocol/test.md\n";

  @Test
  void accountsListsAndGroupsAreArrangedBeforeAnyoneConnects() {
    try (var network = new ScriptedNetwork((line, client) -> {})) {
      script(
              """
              given alice has an account named "Alice Smith"
              given carol has an account without old clients
              given dave has no account
              given alice and bob are friends
              given alice has carol on her list
              given alice blocks carol
              given bob allows only people on his list
              given bob is not asked when added
              given alice has the groups Work and Family
              given alice has bob in the group Work
              given bob is in the directory with fname=Bob country=NO
              an hour passes
              """)
          .play(network);
      assertThat(network.arranged())
          .containsExactly(
              "account alice@example.test alice-secret Alice Smith",
              "account carol@example.test carol-secret Carol without old clients",
              "account bob@example.test bob-secret Bob",
              "alice@example.test FL bob@example.test",
              "alice@example.test AL bob@example.test",
              "bob@example.test FL alice@example.test",
              "bob@example.test AL alice@example.test",
              "alice@example.test FL carol@example.test",
              "alice@example.test BL carol@example.test",
              "bob@example.test BLP BL",
              "bob@example.test GTC N",
              "alice@example.test group Work",
              "alice@example.test group Family",
              "alice@example.test group Work has bob@example.test",
              "bob@example.test directory {FIRST_NAME=Bob, COUNTRY=NO}",
              "time PT1H");
    }
  }

  @Test
  void signedInPeopleHaveNothingLeftToRead() {
    script(
            """
            given alice and bob are friends, both signed in with MSNP2
            alice > PNG
            alice < QNG
            bob   < nothing
            """)
        .play(_ -> new ScriptedNetwork(new SmallTalk()));
  }

  @Test
  void clientsOfTheTimeOfTicketsSignInToo() {
    script(
            """
            given alice and bob are friends
            given alice is signed in with MSNP7
            given bob is signed in with MSNP12
            bob   > CHG 7 BSY 0
            bob   < CHG 7 BSY 0
            alice < NLN BSY bob@example.test x
            """)
        .play(_ -> new ScriptedNetwork(new SmallTalk()));
  }

  @Test
  void aConversationIsReadyToBeSpokenIn() {
    script(
            """
            given alice and bob are friends, both signed in with MSNP7
            given alice and bob are in a conversation
            alice/sb > OUT
            alice/sb < (closed)
            bob/sb < BYE alice@example.test
            bob/sb < nothing
            """)
        .play(_ -> new ScriptedNetwork(new SmallTalk()));
  }

  @Test
  void somethingThatCameAlthoughNothingShouldIsShown() {
    assertThatThrownBy(() ->
            script(
                    """
                    given alice and bob are friends, both signed in with MSNP2
                    alice > CHG 7 BSY
                    alice < CHG 7 BSY
                    bob   < nothing
                    """)
                .play(_ -> new ScriptedNetwork(new SmallTalk())))
        .isInstanceOf(TranscriptFailure.class)
        .hasMessage(
            """
            test.transcript:5: bob should have received nothing, but received
                NLN BSY alice@example.test x\
            """);
  }

  @Test
  void whatIsLeftAtTheEndIsAFault() {
    assertThatThrownBy(() ->
            script(
                    """
                    given alice and bob are friends, both signed in with MSNP2
                    alice > CHG 7 BSY
                    alice < CHG 7 BSY
                    """)
                .play(_ -> new ScriptedNetwork(new SmallTalk())))
        .hasMessageStartingWith("test.transcript:4: bob should have received nothing");
  }

  @Test
  void aSceneThatCantBeSetNamesTheLine() {
    assertThatThrownBy(() ->
            script(
                    """
                    given alice signed in with MSNP7
                    alice < nothing
                    """)
                .play(_ -> new ScriptedNetwork((line, client) -> client.send("VER 1 0\r\n"))))
        .hasMessageStartingWith(
            "test.transcript:2: what is given could not be brought about: waited for VER 1 MSNP7");
  }

  private static Transcript script(String text) {
    return Transcripts.read("test.transcript", URI.create("test:x"), TITLE + text);
  }
}
