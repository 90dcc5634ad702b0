package com.example.mailroom;

import com.example.mailroom.standin.Shop;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** The mails that wait, always the same ones for the same seed. */
public final class Inbox {
  private static final int MISTYPED_EVERY = 23;
  private static final int MISTYPED_FIRST = 11;
  private static final int NO_SUCH_ORDER = 99_000;

  private record Topic(String subject, String text) {}

  private static final List<Topic> TOPICS =
      List.of(
          new Topic("Where is my parcel?", "I ordered a while ago and nothing has arrived yet."),
          new Topic("Where is my parcel?", "Tracking has not moved for days. Is my parcel lost?"),
          new Topic("I want to return an article", "It does not fit. I would like a refund."),
          new Topic("I want to return an article", "It arrived broken. Please refund me."),
          new Topic("Question about an article", "How do I wash it without ruining it?"),
          new Topic("Question about an article", "Does the warranty cover the battery?"),
          new Topic("Question about an article", "Is it tall enough to stand upright in?"),
          new Topic("Question about an article", "Which size do I need for a child of ten?"),
          new Topic("Invoice", "Please send me an invoice with our company's address on it."),
          new Topic("Invoice", "I have moved. Please write my new address on the next invoice."),
          new Topic("Partnership", "Our agency gets your shop to the first page. Special offer!"));

  private final Shop shop;
  private final Random random;

  public Inbox(Shop shop, long seed) {
    this.shop = shop;
    this.random = new Random(seed);
  }

  /** The next {@code count} mails. */
  public List<Mail> take(int count) {
    return IntStream.rangeClosed(1, count).mapToObj(this::mail).toList();
  }

  private Mail mail(int number) {
    Topic topic = TOPICS.get(random.nextInt(TOPICS.size()));
    Shop.Sale sale = shop.sales().get(random.nextInt(shop.sales().size()));
    int order = number % MISTYPED_EVERY == MISTYPED_FIRST ? NO_SUCH_ORDER + number : sale.number();
    return new Mail(
        "mail-%04d".formatted(number), sale.buyer(), topic.subject(), topic.text(), order);
  }
}
