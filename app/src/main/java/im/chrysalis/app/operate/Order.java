package im.chrysalis.app.operate;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.io.IOException;

/**
 * Something that an operator wants done. Made of what travels as JSON, because it may be carried
 * out in another process.
 *
 * @param <R> the answer, which travels as JSON too
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "order")
@JsonSubTypes({
  @JsonSubTypes.Type(value = CreateAccount.class, name = "create-account"),
  @JsonSubTypes.Type(value = ListAccounts.class, name = "list-accounts"),
  @JsonSubTypes.Type(value = SetPassword.class, name = "set-password"),
  @JsonSubTypes.Type(value = DeleteAccount.class, name = "delete-account"),
  @JsonSubTypes.Type(value = ImportAccounts.class, name = "import-accounts"),
  @JsonSubTypes.Type(value = ExportAccounts.class, name = "export-accounts"),
  @JsonSubTypes.Type(value = ListInvitations.class, name = "list-invitations"),
  @JsonSubTypes.Type(value = BackUp.class, name = "back-up"),
  @JsonSubTypes.Type(value = Reload.class, name = "reload"),
})
public sealed interface Order<R>
    permits CreateAccount,
        ListAccounts,
        SetPassword,
        DeleteAccount,
        ImportAccounts,
        ExportAccounts,
        ListInvitations,
        BackUp,
        Reload {

  /** What kind of answer there is. */
  Class<R> answer();

  /**
   * Does it; blocks until it is done and stored.
   *
   * @throws Refused when it can't be done, with a sentence for the operator
   * @throws IOException when the operator went away meanwhile, or a file can't be read or written
   */
  R carryOut(Workplace at, Exchange with) throws Refused, IOException;
}
