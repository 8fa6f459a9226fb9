package im.chrysalis.app;

import im.chrysalis.values.EmailAddress;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the address of an account. */
final class AddressConverter implements ITypeConverter<EmailAddress> {
  @Override
  public EmailAddress convert(String text) {
    try {
      return EmailAddress.of(text);
    } catch (IllegalArgumentException wrong) {
      throw new TypeConversionException(wrong.getMessage());
    }
  }
}
