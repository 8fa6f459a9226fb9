package im.chrysalis.server.web.storage;

import im.chrysalis.domain.person.People;
import im.chrysalis.domain.profile.Profiles;
import im.chrysalis.domain.time.Timer;
import im.chrysalis.net.http.HttpService;
import im.chrysalis.server.web.Visitors;
import im.chrysalis.server.web.Waiting;
import im.chrysalis.values.AccountId;
import java.util.Map;
import java.util.concurrent.Executor;

/** The storage and the pictures in it, ready to be put behind their paths. */
public final class StorageServices {
  /** Where clients post to; compared without regard to case. */
  public static final String STORAGE = "/storageservice/SchematizedStore.asmx";

  /** Where pictures are, by {@code GET}: everything below the path. */
  public static final String TILES = UserTiles.PATH + "/*";

  private final UserTiles tiles;
  private final HttpService storage;

  /**
   * The services.
   *
   * @param visitors says who asks
   * @param key seals the addresses of pictures; the same on all nodes
   * @param timer says when something is changed
   * @param workers runs each request on a thread that may wait, such as a virtual one
   */
  public StorageServices(
      People people,
      Profiles profiles,
      Visitors visitors,
      byte[] key,
      Timer timer,
      Executor workers) {
    tiles = new UserTiles(profiles, key);
    storage =
        Waiting.service(
            new StorageService(
                    new ProfileKeeper(people, profiles, timer), new ProfileMarkup(tiles), visitors)
                ::answer,
            workers);
  }

  /** Services by path: the storage is asked by {@code POST}, pictures by {@code GET}. */
  public Map<String, HttpService> routes() {
    return Map.of(STORAGE, storage, TILES, tiles);
  }

  /**
   * Where a picture is, below the server's own address; for those who may see it.
   *
   * @param number of the picture that is shown now
   */
  public String tile(AccountId owner, int number) {
    return tiles.path(owner, number, "static");
  }
}
