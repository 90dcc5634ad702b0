package com.example.mailroom.standin;

import com.example.mailroom.desk.Addresses;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.sql.SQLException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Everything the mailroom talks to, on free ports of the loopback interface.
 *
 * @param shop what was sold
 * @param addresses where things are
 * @param server speaks HTTP
 * @param threads serve the requests
 * @param database holds the orders
 */
public record World(
    Shop shop,
    Addresses addresses,
    HttpServer server,
    ExecutorService threads,
    OrderDatabase database)
    implements AutoCloseable {

  /** Starts all services; what they say, and how fast, follows from {@code seed}. */
  public static World start(long seed) throws Exception {
    Shop shop = Shop.of(seed);
    OrderDatabase database = OrderDatabase.filledFrom(shop);
    ExecutorService threads = Executors.newCachedThreadPool();
    HttpServer server = server(threads);
    addEndpoints(server, shop, seed);
    server.start();
    URI base = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    Addresses addresses = new Addresses(base.resolve("/v1"), base, database.url());
    return new World(shop, addresses, server, threads, database);
  }

  private static HttpServer server(ExecutorService threads) throws IOException {
    System.setProperty("sun.net.httpserver.nodelay", "true");
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    return server;
  }

  private static void addEndpoints(HttpServer server, Shop shop, long seed) {
    server.createContext("/v1/chat/completions", new Endpoint(new ChatCompletions(seed)));
    server.createContext("/customers", new Endpoint(new CustomerService(shop, seed)));
    server.createContext("/articles", new Endpoint(new ArticleService(seed)));
    server.createContext("/parcels", new Endpoint(new ParcelService(seed)));
    server.createContext("/outbox", new Endpoint(new OutboxService(seed)));
  }

  @Override
  public void close() throws SQLException {
    server.stop(0);
    threads.shutdownNow();
    database.close();
  }
}
