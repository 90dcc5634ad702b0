package com.example.mailroom;

/**
 * One message from the shop's contact form.
 *
 * @param id number given by the mail server
 * @param sender address of the customer
 * @param subject topic the customer chose
 * @param text what the customer wrote
 * @param orderNumber order the customer named in the form
 */
public record Mail(String id, String sender, String subject, String text, int orderNumber) {}
