package com.example.mailroom.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** One path of the HTTP server: reads the request, writes what the service says. */
record Endpoint(Service service, ObjectMapper json) implements HttpHandler {
  /** What stands behind a path. */
  interface Service {
    Reply reply(Request request);
  }

  /**
   * What was asked.
   *
   * @param parameter value of the query's only parameter, or empty
   * @param body the JSON document, or missing
   */
  record Request(String parameter, JsonNode body) {}

  /**
   * What to answer.
   *
   * @param status HTTP status
   * @param body something Jackson can write
   */
  record Reply(int status, Object body) {
    static Reply ok(Object body) {
      return new Reply(200, body);
    }
  }

  Endpoint(Service service) {
    this(service, new ObjectMapper());
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Reply reply = service.reply(request(exchange));
      byte[] body = json.writeValueAsBytes(reply.body());
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(reply.status(), body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private Request request(HttpExchange exchange) throws IOException {
    String query = Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse("");
    String value = query.substring(query.indexOf('=') + 1);
    byte[] body = exchange.getRequestBody().readAllBytes();
    return new Request(
        URLDecoder.decode(value, StandardCharsets.UTF_8),
        body.length == 0 ? MissingNode.getInstance() : json.readTree(body));
  }
}
