/** Tests of rotation over HTTP. */
@NullMarked
package dev.tradesuite.portfolio.rotation.web;

import org.jspecify.annotations.NullMarked;
