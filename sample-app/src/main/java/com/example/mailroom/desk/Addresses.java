package com.example.mailroom.desk;

import java.net.URI;

/**
 * Where the services are.
 *
 * @param models base of an OpenAI-compatible API
 * @param services base of the shop's own HTTP services
 * @param database JDBC URL of the order database
 */
public record Addresses(URI models, URI services, String database) {}
