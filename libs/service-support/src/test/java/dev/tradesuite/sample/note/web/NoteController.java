package dev.tradesuite.sample.note.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tradesuite.contracts.market.Candle;
import dev.tradesuite.contracts.problem.ProblemCode;
import dev.tradesuite.support.problem.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.BindParam;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Takes bodies and parameters of every kind. */
@RestController
@RequestMapping("/api/v1")
@PreAuthorize("hasAuthority('SCOPE_trade:read')")
class NoteController {

    enum Mode {
        FAST,
        @JsonProperty("fixed_risk")
        FIXED_RISK
    }

    record Note(
            @NotBlank String symbol,
            @NotNull @Positive BigDecimal currentPrice,
            @DecimalMin("0.1") @DecimalMax("10") @Nullable Double riskPercent,
            @Nullable Integer leverage,
            @Nullable Mode mode,
            @Nullable Instant asOf,
            @Nullable Boolean autoExecute,
            @Nullable List<@Valid Candle> candles) {}

    @PostMapping("/notes")
    Note post(@Valid @RequestBody Note note) {
        return note;
    }

    /** Parameters and a body. */
    @PostMapping("/notes/{number}")
    Note filed(
            @PathVariable int number,
            @RequestParam(required = false) @Nullable Mode mode,
            @RequestParam(name = "risk_percent", defaultValue = "1") double riskPercent,
            @Valid @RequestBody Note note) {
        return note;
    }

    /** The body before the parameters, one of them with a constraint. */
    @PostMapping("/noted")
    Note noted(@Valid @RequestBody Note note, @RequestParam @DecimalMax("10") double share, @RequestParam Mode mode) {
        return note;
    }

    @PostMapping("/large/notes")
    int large(@RequestBody String text) {
        return text.length();
    }

    @GetMapping("/quick/{number}")
    List<String> quick(
            @PathVariable int number,
            @RequestParam @NotBlank String symbol,
            @RequestParam("current_price") @Positive BigDecimal currentPrice,
            @RequestParam(name = "risk_percent", defaultValue = "1") @DecimalMax("10") double riskPercent,
            @RequestParam(required = false) @Nullable Mode mode) {
        return List.of(
                symbol, currentPrice.toPlainString(), String.valueOf(riskPercent), String.valueOf(mode), "" + number);
    }

    /** Many parameters, as one record. */
    record Wish(
            @NotBlank String symbol,
            @BindParam("current_price") @NotNull @Positive BigDecimal currentPrice,
            @BindParam("risk_percent") @DecimalMax("10") @Nullable Double riskPercent,
            @Nullable Mode mode) {}

    @GetMapping("/wish")
    List<String> wish(@Valid @ModelAttribute Wish wish) {
        return List.of(wish.symbol, wish.currentPrice.toPlainString(), wish.riskPercent + "", wish.mode + "");
    }

    @GetMapping("/time")
    Instant time(@RequestParam Instant at) {
        return at;
    }

    @PostMapping("/told")
    String told(@RequestParam(required = false) @Nullable String symbol) {
        return String.valueOf(symbol);
    }

    @DeleteMapping("/note")
    String remove() {
        return "removed";
    }

    @GetMapping("/missing")
    Note missing() {
        throw new ProblemException(ProblemCode.NOT_FOUND, "no such note");
    }

    @GetMapping("/broken")
    Note broken() {
        throw new IllegalStateException("password=secret");
    }

    /** Tells what it was asked in the message of a failure, as libraries do. */
    @GetMapping("/webhooks/{token}")
    Note unanswered(@PathVariable String token, @RequestParam String key, HttpServletRequest request) {
        throw new IllegalStateException(
                "no answer for %s?%s%nforged line".formatted(request.getRequestURI(), request.getQueryString()),
                new IOException("/api/v1/webhooks/%s\r\nforged cause".formatted(token + key)));
    }

    @GetMapping("/admin")
    @PreAuthorize("hasAuthority('SCOPE_risk:admin')")
    String admin() {
        return "ok";
    }
}
