package com.example.mailroom;

import com.example.mailroom.step.CaseState;

/**
 * What became of one mail.
 *
 * @param mail the mail
 * @param category what the mail is about, or {@code -} when that was never found out
 * @param status answered, archived or set aside
 * @param remark first line of the reply, or why there is none
 */
public record Outcome(Mail mail, String category, String status, String remark) {
  static Outcome of(Mail mail, CaseState state) {
    String category = state.category().word();
    return state
        .draft()
        .map(reply -> new Outcome(mail, category, "answered", reply.lines().findFirst().orElse("")))
        .orElseGet(() -> new Outcome(mail, category, "archived", mail.subject()));
  }

  static Outcome setAside(Mail mail, String reason) {
    return new Outcome(mail, "-", "set aside", reason);
  }

  String line() {
    return "%s  %-8s  %-9s  %s".formatted(mail.id(), category, status, remark);
  }
}
