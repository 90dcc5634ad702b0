package com.example.mailroom.desk;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;

/** The list of mails and how far they are. */
public record Cases(DataSource database) {
  private static final String OPEN =
      "merge into cases (mail_id, status) key (mail_id) values (?, 'open')";
  private static final String MOVE =
      "update cases set status = ? where mail_id = ? and status = 'open'";

  /** A mail has come in. */
  public void open(String mailId) {
    expectOne(mailId, OPEN, mailId);
  }

  /** The mail needs no more work. */
  public void close(String mailId) {
    expectOne(mailId, MOVE, "closed", mailId);
  }

  /** The mail waits for a human. */
  public void setAside(String mailId) {
    expectOne(mailId, MOVE, "set aside", mailId);
  }

  private void expectOne(String mailId, String sql, String... parameters) {
    try (Connection connection = database.getConnection();
        PreparedStatement update = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        update.setString(i + 1, parameters[i]);
      }
      if (update.executeUpdate() != 1) {
        throw new IllegalStateException(mailId + " is not open");
      }
    } catch (SQLException e) {
      throw new IllegalStateException("cannot move " + mailId, e);
    }
  }
}
