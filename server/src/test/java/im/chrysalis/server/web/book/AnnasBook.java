package im.chrysalis.server.web.book;

import static im.chrysalis.server.web.book.Envelopes.operation;
import static org.assertj.core.api.Assertions.assertThat;

import im.chrysalis.domain.account.Account;
import im.chrysalis.server.web.book.Neighbourhood.Answer;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Anna and Ben, neither of whom has anybody in the book, and what tests ask of it. */
abstract class AnnasBook {
  static final String BOOK = "<abId>00000000-0000-0000-0000-000000000000</abId>";
  static final String FIND = operation("ABFindAll", BOOK);

  @TempDir Path directory;
  Neighbourhood all;
  Account anna;
  Account ben;

  @BeforeEach
  void open() {
    all = new Neighbourhood(directory);
    anna = all.join("anna");
    ben = all.join("ben");
  }

  @AfterEach
  void close() {
    all.close();
  }

  Answer anna(String name, String content) {
    return all.asks("anna", operation(name, content));
  }

  static void isDone(Answer answer, String operation) {
    assertThat(answer.text())
        .contains(
            "<soap:Body><"
                + operation
                + "Response xmlns=\"http://www.msn.com/webservices/AddressBook\"></"
                + operation
                + "Response></soap:Body>");
    assertThat(answer.status()).isEqualTo(200);
  }
}
