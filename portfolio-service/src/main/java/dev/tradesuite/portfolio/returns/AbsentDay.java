package dev.tradesuite.portfolio.returns;

import dev.tradesuite.contracts.portfolio.ReturnReason;
import java.time.LocalDate;

/** A day that has equity and no return, and why. */
public record AbsentDay(LocalDate day, ReturnReason why) {}
