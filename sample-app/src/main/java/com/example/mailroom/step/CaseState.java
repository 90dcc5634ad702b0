package com.example.mailroom.step;

import com.example.mailroom.Mail;
import com.example.mailroom.desk.Customer;
import com.example.mailroom.desk.Order;
import com.example.mailroom.desk.Shipment;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bsc.langgraph4j.state.AgentState;

/** What is known about a mail so far. */
public final class CaseState extends AgentState {
  static final String MAIL_ID = "mail_id";
  static final String SENDER = "sender";
  static final String SUBJECT = "subject";
  static final String TEXT = "text";
  static final String ORDER_NUMBER = "order_number";
  static final String CATEGORY = "category";
  static final String ORDER = "order";
  static final String CUSTOMER = "customer";
  static final String ARTICLES = "articles";
  static final String SHIPMENT = "shipment";
  static final String TRACKING_ATTEMPTS = "tracking_attempts";
  static final String DRAFT = "draft";
  static final String VERDICT = "verdict";
  static final String REFUNDED = "refunded";
  static final String SENT = "sent";
  static final String CLOSED = "closed";

  public CaseState(Map<String, Object> data) {
    super(data);
  }

  /** The state a case begins with. */
  public static Map<String, Object> of(Mail mail) {
    return Map.of(
        MAIL_ID, mail.id(),
        SENDER, mail.sender(),
        SUBJECT, mail.subject(),
        TEXT, mail.text(),
        ORDER_NUMBER, mail.orderNumber());
  }

  String mailId() {
    return required(MAIL_ID, String.class);
  }

  String sender() {
    return required(SENDER, String.class);
  }

  String subject() {
    return required(SUBJECT, String.class);
  }

  String text() {
    return required(TEXT, String.class);
  }

  int orderNumber() {
    return required(ORDER_NUMBER, Integer.class);
  }

  public Category category() {
    return required(CATEGORY, Category.class);
  }

  Order order() {
    return required(ORDER, Order.class);
  }

  Customer customer() {
    return required(CUSTOMER, Customer.class);
  }

  List<String> articles() {
    return this.<List<String>>value(ARTICLES).orElseThrow();
  }

  Optional<Shipment> shipment() {
    return value(SHIPMENT);
  }

  int trackingAttempts() {
    return this.<Integer>value(TRACKING_ATTEMPTS).orElse(0);
  }

  /** The reply, once written. */
  public Optional<String> draft() {
    return value(DRAFT);
  }

  boolean passed(String check) {
    return required(check, Boolean.class);
  }

  boolean approved() {
    return required(VERDICT, Boolean.class);
  }

  private <T> T required(String key, Class<T> type) {
    return value(key)
        .map(type::cast)
        .orElseThrow(() -> new IllegalStateException("the case has no " + key + " yet"));
  }
}
