package com.example.mailroom.desk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** The shop's own HTTP services: JSON in, JSON out. */
record Services(URI base, HttpClient http, ObjectMapper json) {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /**
   * What a service answered.
   *
   * @param status HTTP status
   * @param body the JSON document
   */
  record Answer(int status, JsonNode body) {
    boolean busy() {
      return status == 429 || status == 503;
    }

    JsonNode orThrow(String what) throws IOException {
      if (status != 200) {
        throw new IOException(what + ": HTTP status " + status);
      }
      return body;
    }
  }

  static Services at(URI base) {
    HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    return new Services(base, http, new ObjectMapper());
  }

  Answer get(String path, String parameter, String value) throws Exception {
    String query = parameter + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    return answer(request(path + "?" + query).GET());
  }

  Answer post(String path, JsonNode document) throws Exception {
    return answer(request(path).POST(BodyPublishers.ofString(document.toString())));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(base.resolve(path)).timeout(PATIENCE);
  }

  private Answer answer(HttpRequest.Builder request) throws Exception {
    HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
    return new Answer(response.statusCode(), json.readTree(response.body()));
  }
}
