package im.chrysalis.app;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import org.slf4j.LoggerFactory;

/**
 * Signals of the operating system. A shutdown hook would not do, because after one the process ends
 * with 143 instead of 0. The JDK's only way is {@code sun.misc.Signal}, which is not part of what
 * it promises and makes the compiler warn: hence the reflection, and the hook where that fails.
 */
final class Signals {
  private Signals() {}

  /** Does something when the process is asked to stop: SIGTERM, or Ctrl-C. */
  static void onStop(Runnable what) {
    try {
      Class<?> signal = Class.forName("sun.misc.Signal");
      Class<?> handler = Class.forName("sun.misc.SignalHandler");
      Method handle = signal.getMethod("handle", signal, handler);
      for (String name : List.of("TERM", "INT")) {
        handle.invoke(
            null, signal.getConstructor(String.class).newInstance(name), proxy(handler, what));
      }
    } catch (ReflectiveOperationException missing) {
      LoggerFactory.getLogger(Signals.class)
          .warn("no signals: the exit code will not be 0", missing);
      Runtime.getRuntime().addShutdownHook(new Thread(what));
    }
  }

  private static Object proxy(Class<?> handler, Runnable what) {
    InvocationHandler calls =
        (_, method, _) -> {
          if (method.getName().equals("handle")) {
            what.run();
            return null;
          }
          throw new UnsupportedOperationException(method.getName());
        };
    return Proxy.newProxyInstance(handler.getClassLoader(), new Class<?>[] {handler}, calls);
  }
}
