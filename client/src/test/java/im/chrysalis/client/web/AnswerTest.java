package im.chrysalis.client.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import im.chrysalis.wire.xml.MalformedXml;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers, and faults in all places where services put them. */
class AnswerTest {
  @Test
  void theBooksOwnCodeIsBetterThanThatOfSoap() throws Exception {
    Fault fault =
        fault(
            Documents.plain(
                "<soap:Fault><faultcode>soap:Client</faultcode>"
                    + "<faultstring>Contact Already Exists</faultstring><detail>"
                    + "<errorcode xmlns=\"urn:x\">ContactAlreadyExists</errorcode>"
                    + "<additionalDetails><conflictObjectId>22222222</conflictObjectId>"
                    + "</additionalDetails></detail></soap:Fault>"));
    assertThat(fault.code()).isEqualTo("ContactAlreadyExists");
    assertThat(fault.text()).isEqualTo("Contact Already Exists");
    assertThat(fault.conflict()).contains("22222222");
    assertThat(fault.isAboutTicket()).isFalse();
  }

  @Test
  void aChallengeIsNoWishForAnotherTicket() throws Exception {
    String start = "<soap:Fault><faultcode xmlns:q0=\"urn:q\">q0:AuthenticationFailed</faultcode>";
    assertThat(
            fault(
                    Documents.plain(
                        start
                            + "<detail><RequiredAuthPolicy>MBI</RequiredAuthPolicy></detail>"
                            + "</soap:Fault>"))
                .isAboutTicket())
        .isTrue();
    Fault challenge =
        fault(
            Documents.plain(
                start
                    + "<detail><LockKeyChallenge> 1850937852 </LockKeyChallenge></detail>"
                    + "</soap:Fault>"));
    assertThat(challenge.isAboutTicket()).isFalse();
    assertThat(challenge.challenge()).contains("1850937852");
  }

  @Test
  void aFaultMayStandWithoutABodyAndInTheNewerForm() throws Exception {
    assertThat(
            fault(
                    Documents.bytes(
                        "<S:Envelope xmlns:S='urn:s'><S:Fault><faultcode>wsse:Failed</faultcode>"
                            + "</S:Fault></S:Envelope>"))
                .code())
        .isEqualTo("Failed");
    assertThat(
            fault(
                    Documents.bytes(
                        "<S:Envelope xmlns:S='urn:s'><S:Body><S:Fault><S:Code>"
                            + "<S:Value>S:Sender</S:Value><S:Subcode><S:Value>wst:InvalidRequest"
                            + "</S:Value></S:Subcode></S:Code></S:Fault></S:Body></S:Envelope>"))
                .code())
        .isEqualTo("InvalidRequest");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<html/>",
        "no XML",
        "<Envelope/>",
        "<Envelope><Body/></Envelope>",
        "<!DOCTYPE x [<!ENTITY a 'b'>]><Envelope><Body><a/></Body></Envelope>"
      })
  void whatIsNoAnswerIsNone(String document) {
    assertThatThrownBy(() -> Answer.read(Documents.bytes(document)))
        .isInstanceOf(MalformedXml.class);
  }

  private static Fault fault(byte[] document) throws MalformedXml {
    return ((Answer.Refused) Answer.read(document)).fault();
  }
}
