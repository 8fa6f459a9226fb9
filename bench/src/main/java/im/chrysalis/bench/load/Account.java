package im.chrysalis.bench.load;

/** Who signs in, and with what. */
public record Account(String address, String password) {}
