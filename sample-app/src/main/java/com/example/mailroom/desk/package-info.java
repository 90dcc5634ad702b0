/** What the mailroom works with: databases, services and models, each behind one small client. */
@NullMarked
package com.example.mailroom.desk;

import org.jspecify.annotations.NullMarked;
