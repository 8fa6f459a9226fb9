package im.chrysalis.store;

import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.statement.DefaultStatementBuilder;
import org.jdbi.v3.core.statement.StatementBuilder;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * Keeps the prepared statements of one connection, because SQLite's driver keeps none and preparing
 * costs more than most statements do. Belongs to the thread that has the connection.
 */
final class CachedStatements implements StatementBuilder {
  private final StatementBuilder maker = new DefaultStatementBuilder();
  private final Map<String, PreparedStatement> idle = new HashMap<>();

  @Override
  public Statement create(Connection connection, StatementContext context) throws SQLException {
    return maker.create(connection, context);
  }

  @Override
  public PreparedStatement create(Connection connection, String sql, StatementContext context)
      throws SQLException {
    PreparedStatement kept = idle.remove(sql);
    return kept != null ? kept : maker.create(connection, sql, context);
  }

  @Override
  public CallableStatement createCall(Connection connection, String sql, StatementContext context)
      throws SQLException {
    return maker.createCall(connection, sql, context);
  }

  @Override
  public void close(Connection connection, String sql, Statement statement) throws SQLException {
    if (statement instanceof PreparedStatement prepared
        && idle.putIfAbsent(sql, prepared) == null) {
      prepared.clearParameters();
    } else {
      statement.close();
    }
  }

  @Override
  public void close(Connection connection) {
    idle.clear(); // the connection closes them
  }
}
