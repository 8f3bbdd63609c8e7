package dev.tradesuite.sample.note.web;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Asks the database for something, or for what it cannot do. */
@RestController
@RequestMapping("/api/v1/stored")
@PreAuthorize("hasAuthority('SCOPE_trade:read')")
class StoreController {

    private final JdbcClient jdbc;

    StoreController(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @GetMapping("/notes")
    long notes() {
        return jdbc.sql("SELECT count(*) FROM note").query(Long.class).single();
    }

    /** What PostgreSQL answers when its disk is full. */
    @GetMapping("/full")
    int full() {
        return jdbc.sql("DO $$ BEGIN RAISE EXCEPTION 'no room' USING ERRCODE = 'disk_full'; END $$")
                .update();
    }

    /** A statement that takes longer than any may. */
    @GetMapping("/slow")
    long slow() {
        return jdbc.sql("SELECT count(*) FROM pg_sleep(60)").query(Long.class).single();
    }
}
