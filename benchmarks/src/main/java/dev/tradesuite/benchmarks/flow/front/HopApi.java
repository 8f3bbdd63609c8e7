package dev.tradesuite.benchmarks.flow.front;

import dev.tradesuite.benchmarks.flow.hop.Note;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/** The call each hop answers. */
@HttpExchange
interface HopApi {

    @PostExchange("/hop")
    Note pass(@RequestBody Note note);
}
