package im.chrysalis.client.web;

import com.code_intelligence.jazzer.junit.FuzzTest;
import im.chrysalis.wire.MalformedCommand;
import im.chrysalis.wire.payload.MimeMessage;
import im.chrysalis.wire.xml.Element;
import im.chrysalis.wire.xml.MalformedXml;

/** Whatever a service answers is read, or is malformed. */
class AnswersFuzzTest {
  @FuzzTest(maxDuration = "1m")
  void anyBytesAreAnAnswerOrMalformed(byte[] bytes) {
    try {
      if (Answer.read(bytes) instanceof Answer.Given(Element operation)) {
        MemberPage.read(operation);
        BookPage.read(operation);
        CirclePage.read(operation);
        CircleMembers.read(operation);
        WaitingMail.read(operation);
        ReceivedLetter.read(operation);
      }
    } catch (MalformedXml | MalformedCommand expected) {
      // that is what they are
    }
  }

  @FuzzTest(maxDuration = "1m")
  void anyBytesAreTokensOrMalformed(byte[] bytes) {
    try {
      Tokens.read(bytes);
    } catch (MalformedXml expected) {
      // that is what they are
    }
  }

  @FuzzTest(maxDuration = "1m")
  void anyBytesAreANoticeOrNone(byte[] bytes) {
    BookNotice.is(bytes);
    BookNotice.circle(bytes);
    try {
      WaitingMail.noticed(MimeMessage.read(bytes));
    } catch (MalformedXml | MalformedCommand expected) {
      // that is what they are
    }
  }
}
