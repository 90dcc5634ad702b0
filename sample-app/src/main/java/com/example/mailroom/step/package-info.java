/** The steps of the workflow and what they hand on. */
@NullMarked
package com.example.mailroom.step;

import org.jspecify.annotations.NullMarked;
