/** Its requests and answers. */
@NullMarked
package dev.tradesuite.sample.note.web;

import org.jspecify.annotations.NullMarked;
