package dev.tradesuite.benchmarks.door.backend;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Says what it is told. */
@RestController
@PreAuthorize("permitAll()")
class BackendController {

    static final String PATH = "/api/v1/webhooks/";

    @GetMapping(PATH + "{word}")
    String asked(@PathVariable String word) {
        return word;
    }

    @PostMapping(PATH + "{word}")
    String told(@PathVariable String word, @RequestBody String text) {
        return word + text;
    }
}
