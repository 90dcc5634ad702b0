/** The outside world on loopback: models, services and a database, with the pace of real ones. */
@NullMarked
package com.example.mailroom.standin;

import org.jspecify.annotations.NullMarked;
