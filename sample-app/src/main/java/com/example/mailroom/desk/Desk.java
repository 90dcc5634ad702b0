package com.example.mailroom.desk;

import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.openai.OpenAiChatModel;
import java.net.URI;
import org.h2.jdbcx.JdbcConnectionPool;

/** Every client the workflow needs, connected. */
public record Desk(
    ChatModel quickModel, ChatModel writingModel, Services services, JdbcConnectionPool database)
    implements AutoCloseable {

  /** Connects to the services at {@code addresses}. */
  public static Desk at(Addresses addresses) {
    return new Desk(
        model(addresses.models(), "gpt-4.1-mini"),
        model(addresses.models(), "gpt-4.1"),
        Services.at(addresses.services()),
        JdbcConnectionPool.create(addresses.database(), "mailroom", ""));
  }

  private static ChatModel model(URI base, String name) {
    return OpenAiChatModel.builder()
        .baseUrl(base.toString())
        .apiKey("unused-on-loopback")
        .modelName(name)
        .temperature(0.0)
        .build();
  }

  public Orders orders() {
    return new Orders(database);
  }

  public Cases cases() {
    return new Cases(database);
  }

  public CustomerDirectory customers() {
    return new CustomerDirectory(services);
  }

  public KnowledgeBase knowledgeBase() {
    return new KnowledgeBase(services);
  }

  public Carrier carrier() {
    return new Carrier(services);
  }

  public MailGateway mailGateway() {
    return new MailGateway(services);
  }

  @Override
  public void close() {
    database.dispose();
  }
}
