package im.chrysalis.app;

import java.util.List;

/** What the registry editor of old Windows reads: where Microsoft's clients look for a server. */
final class RegistryFile {
  /** MSN Messenger 1 to 4.7 and Windows Messenger, then 5.0 to 6.2. Later ones take no setting. */
  private static final List<String> KEYS = List.of("MessengerService", "MSNMessenger");

  private RegistryFile() {}

  /** The whole file, in the form that Windows 95 and all later ones know. */
  static String leadingTo(String address, int port) {
    StringBuilder text = new StringBuilder("REGEDIT4\r\n");
    for (String key : KEYS) {
      text.append("\r\n[HKEY_CURRENT_USER\\Software\\Microsoft\\").append(key).append("]\r\n");
      text.append("\"Server\"=\"").append(address).append(':').append(port).append("\"\r\n");
    }
    return text.append("\r\n").toString();
  }
}
