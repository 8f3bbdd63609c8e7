@NullMarked
package dev.tradesuite.risk.exposure.web;

import org.jspecify.annotations.NullMarked;
