package dev.tradesuite.orchestrator.trade.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A handler that counts the account in the books, also where its request supposes another. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@interface ActsOnBooks {}
