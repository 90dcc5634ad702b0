/** An agent that answers the mails customers write to a web shop. */
@NullMarked
package com.example.mailroom;

import org.jspecify.annotations.NullMarked;
