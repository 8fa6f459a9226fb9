package im.chrysalis.testkit;

class TranscriptsOnSqliteTest extends TranscriptsPlayOut {
  @Override
  protected NetworkStarter networks() {
    return TestServer::onSqlite;
  }
}
