package com.example.mailroom;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Collections;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class MailroomTest {
  @TempDir Path folder;
  private TestWorld here;

  @BeforeEach
  void open() throws Exception {
    here = TestWorld.open(folder);
  }

  @AfterEach
  void close() throws Exception {
    here.close();
  }

  @Test
  void question_isAnsweredWithArticles() throws Exception {
    Outcome outcome =
        here.mailroom().answer(here.mail("Invoice", "Please send me an invoice again."));

    assertThat(outcome.status()).isEqualTo("answered");
    assertThat(outcome.category()).isEqualTo("question");
    assertThat(outcome.remark()).contains("How to get an invoice");
    assertThat(here.steps())
        .containsExactly(
            "classify",
            "fetch_order",
            "fetch_customer",
            "search_knowledge_base",
            "draft_reply",
            "check_policy",
            "check_tone",
            "check_compliance",
            "review",
            "send_reply",
            "close_case");
  }

  @Test
  void refund_isBookedOnceBeforeTheReplyGoesOut() throws Exception {
    Mail mail = here.mail("I want to return an article", "It broke. Please refund me.");

    here.mailroom().answer(mail);
    here.mailroom().answer(mail);

    assertThat(here.value("select count(*) from refunds")).isEqualTo("1");
    assertThat(here.value("select amount from refunds"))
        .isEqualTo(
            here.value(
                "select sum(quantity * price) from order_lines join products on id = product_id"
                    + " where order_number = "
                    + mail.orderNumber()));
    assertThat(here.steps()).containsSubsequence("issue_refund", "send_reply", "close_case");
  }

  @Test
  void advertising_isArchivedUnanswered() throws Exception {
    Outcome outcome = here.mailroom().answer(here.mail("Partnership", "A special offer!"));

    assertThat(outcome.status()).isEqualTo("archived");
    assertThat(here.steps()).containsExactly("classify", "close_case");
    assertThat(here.value("select status from cases")).isEqualTo("closed");
  }

  @Test
  void unknownOrder_isSetAsideForAHuman() throws Exception {
    Mail known = here.mail("Invoice", "Please send me an invoice.");

    Outcome outcome =
        here.mailroom()
            .answer(new Mail(known.id(), known.sender(), known.subject(), known.text(), 1));

    assertThat(outcome).isEqualTo(Outcome.setAside(outcome.mail(), "no order 1"));
    assertThat(here.value("select status from cases")).isEqualTo("set aside");
  }

  @Test
  void busyCarrier_isAskedAgainAtMostThreeTimes() throws Exception {
    Mail mail = here.mail("Where is my parcel?", "Nothing has arrived.");
    int mails = 12;

    for (int i = 0; i < mails; i++) {
      here.mailroom().answer(mail);
    }

    int asked = Collections.frequency(here.steps(), "track_shipment");
    assertThat(asked).isGreaterThan(mails).isLessThanOrEqualTo(3 * mails);
  }
}
