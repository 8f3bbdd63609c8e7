package dev.tradesuite.benchmarks.flow.hop;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Gives back what it gets. */
@RestController
@PreAuthorize("hasAuthority('SCOPE_trade:read')")
class HopController {

    @PostMapping("/hop")
    Note pass(@RequestBody Note note) {
        return note;
    }
}
