package com.example.mailroom.desk;

import com.fasterxml.jackson.databind.JsonNode;

/** Sends mails. */
public record MailGateway(Services services) {
  /** Hands the mail over; what was sent cannot be taken back. */
  public void send(String recipient, String text) throws Exception {
    JsonNode mail = services.json().createObjectNode().put("to", recipient).put("text", text);
    services.post("/outbox", mail).orThrow("outbox");
  }
}
