package im.chrysalis.app.operate;

import im.chrysalis.store.StoreException;
import java.nio.file.Path;

/**
 * Writes a consistent copy of everything that is kept, while a server may be using it.
 *
 * @param file where, as an absolute path, because another process may write it
 */
public record BackUp(String file) implements Order<BackUp.Done> {

  /** It is written. */
  public record Done(String file) {}

  @Override
  public Class<Done> answer() {
    return Done.class;
  }

  @Override
  public Done carryOut(Workplace at, Exchange with) throws Refused {
    try {
      at.store().backup(Path.of(file));
      return new Done(file);
    } catch (StoreException why) {
      throw new Refused(String.valueOf(why.getMessage()));
    }
  }
}
