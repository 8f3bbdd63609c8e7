"""A strategy controller of the trade suite in plain Python 3, without any library.

It runs the portfolios whose strategy_type is `cheap_outcomes`: it buys YES of a market that is offered at `most` at most,
and sells it when it can be sold for `gain` more than was paid. Replace `markets()` and `select()` by your own.
"""

import base64
import datetime
import hashlib
import json
import os
import threading
import time
import traceback
import urllib.error
import urllib.parse
import urllib.request
import uuid
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

TYPE = "cheap_outcomes"
VERSION = "1.0"
PORT = int(os.environ.get("PORT", "8020"))
LEDGER = os.environ.get("LEDGER_URL", "http://localhost:8003")
ISSUER = os.environ.get("ISSUER_URL", "http://localhost:9000")
CLIENT = os.environ.get("CLIENT_ID", "trade-suite-service")
SECRET = os.environ.get("CLIENT_SECRET", "")
AUDIENCE = "trade-suite"
LONGEST_LIFE = 24 * 3600  # seconds; a token that ends later, or never, is refused

# name: (kind, unit, default, least, most, meaning)
PARAMETERS = {
    "most": ("DECIMAL", "probability", 0.40, 0.01, 0.99, "YES is bought when it is offered at this price at most."),
    "gain": ("DECIMAL", "probability", 0.05, 0.001, 1, "A position is sold when it can be sold for this much more."),
    "trade_amount": ("DECIMAL", "USD", 100, 0.01, 1e9, "Stake of each position."),
    "max_positions": ("INTEGER", "count", 10, 0, 1000, "So many positions are open at a time at most."),
}


# --- The strategy: the only part that is your own. ---------------------------------------------------------------------


def markets():
    """The markets now, by id. A real controller asks its venue here, once for many cycles."""
    return {
        "rain": {"question": "Will it rain tomorrow?", "bid": 0.36, "ask": 0.37, "payout": None},
        "snow": {"question": "Will it snow tomorrow?", "bid": 0.62, "ask": 0.63, "payout": None},
    }


def select(config, known, held):
    """What to trade: sales first, then purchases, the best first."""
    sales = [
        order("SELL", market, known[market], position["outcome"], known[market]["bid"],
              f"bought at {position['average_price']}, bid {known[market]['bid']}")
        for market, position in held.items()
        if market in known and known[market]["bid"] >= position["average_price"] + config["gain"]
    ]
    slots = config["max_positions"] - len(held) + len(sales)
    cheap = sorted((quote["ask"], market) for market, quote in known.items()
                   if market not in held and quote["ask"] <= config["most"])
    purchases = [
        order("BUY", market, known[market], "Yes", ask, f"offered at {ask}, at most {config['most']}")
        | {"stake": config["trade_amount"], "exit_price": known[market]["bid"]}
        for ask, market in cheap[:max(0, slots)]
    ]
    return sales + purchases


def order(side, market, quote, outcome, price, reason):
    return {"side": side, "market_id": market, "question": quote["question"], "outcome": outcome, "price": price,
            "fee_percent": 0, "reason": reason}


# --- The cycle: begin, trade at once, complete. ------------------------------------------------------------------------


def cycle(portfolio_id, cycle_id, fence):
    started = now()
    path = f"/portfolios/{portfolio_id}/cycles/{cycle_id}"
    begun = ledger("PUT", path, {"fence": fence})
    if begun.get("report"):
        return begun["report"] | {"replayed": True}
    portfolio = begun["portfolio"]
    if portfolio["strategy_type"] != TYPE:
        raise Refused(409, "CONFLICT", f"portfolio {portfolio_id} is run by {portfolio['strategy_type']}, this is {TYPE}")
    config, errors = checked(portfolio["strategy_config"])
    if errors:
        raise Refused(400, "VALIDATION_FAILED", "the configuration of the portfolio cannot be used", errors)

    known = markets()
    held = {position["market_id"]: position for position in begun["positions"]}
    orders = select(config, known, held)
    prices = [
        {"market_id": market, "outcome": position["outcome"], "bid": known[market]["bid"], "at": started,
         "payout": known[market]["payout"]}
        for market, position in held.items() if market in known
    ]
    if orders or prices:
        ledger("POST", path + "/orders", {"fence": fence, "label": "SIMULATED", "prices": prices, "orders": orders})
    return ledger("POST", path + "/complete", {"fence": fence, "report": {
        "cycle_id": cycle_id, "portfolio_id": portfolio_id, "strategy": TYPE, "strategy_version": VERSION,
        "market_source": "example", "label": "SIMULATED", "started_at": started, "ended_at": now(),
        # The ledger puts in what it knows itself: the orders, what became of them, and the snapshot.
        "counts": {"events": 1, "events_kept": 1, "markets": len(known), "markets_kept": len(known),
                   "signals": len(orders), "open_slots": max(0, config["max_positions"] - len(held)),
                   "trades": 0, "denied": 0, "settled": 0},
        "signals": [{key: each[key] for key in ("market_id", "question", "outcome", "side", "price", "reason")}
                    | {"confidence": 1} for each in orders],
        "orders": [], "steps": [], "warnings": [], "replayed": False}})


def checked(written):
    """The configuration with the defaults filled in, and everything that is wrong with it."""
    config, errors = {name: default for name, (_, _, default, *_) in PARAMETERS.items()}, []
    for name, value in written.items():
        if name not in PARAMETERS:
            errors.append(error(name, "UNKNOWN_KEY", "expected one of " + ", ".join(PARAMETERS), value))
            continue
        kind, _, _, least, most, _ = PARAMETERS[name]
        number = isinstance(value, (int, float)) and not isinstance(value, bool)
        if not number or (kind == "INTEGER" and value != int(value)):
            errors.append(error(name, "WRONG_TYPE", "expected a number", value))
        elif not least <= value <= most:
            errors.append(error(name, "OUT_OF_RANGE", f"expected {least} to {most}", value))
        else:
            config[name] = value
    return config, errors


def error(field, code, message, found):
    return {"field": field, "code": code, "message": message, "found": str(found)}


# --- Talking to the suite. ---------------------------------------------------------------------------------------------


class Refused(Exception):
    """A problem detail (RFC 9457) with a code of docs/problems.md."""

    def __init__(self, status, code, detail, errors=()):
        super().__init__(detail)
        self.status = status
        self.problem = {"type": "urn:problem:" + code.lower().replace("_", "-"), "title": code.capitalize(),
                        "status": status, "code": code, "detail": detail, "errors": list(errors)}


class Issuer:
    """Gets a token of its own to call the ledger, and checks those of its callers (RS256)."""

    SHA256 = bytes.fromhex("3031300d060960864801650304020105000420")

    def __init__(self):
        self.lock, self.token, self.renew_at, self.keys = threading.Lock(), "", 0.0, {}
        self.about = None

    def description(self):
        if self.about is None:
            self.about = fetch(ISSUER + "/.well-known/openid-configuration")
        return self.about

    def own(self):
        with self.lock:
            if time.time() >= self.renew_at:
                basic = base64.b64encode(f"{CLIENT}:{SECRET}".encode()).decode()
                answer = fetch(self.description()["token_endpoint"], b"grant_type=client_credentials",
                               {"Authorization": "Basic " + basic})
                self.token, self.renew_at = answer["access_token"], time.time() + answer["expires_in"] * 0.8
            return self.token

    def require(self, header, scope):
        """Lets through who has a valid token with the scope."""
        try:
            signed, signature = header.removeprefix("Bearer ").rsplit(".", 1)
            head, claims = (json.loads(unpadded(part)) for part in signed.split("."))
            key = self.key(head["kid"])
            modulus, exponent = (int.from_bytes(unpadded(key[part]), "big") for part in ("n", "e"))
            size = (modulus.bit_length() + 7) // 8
            found = pow(int.from_bytes(unpadded(signature), "big"), exponent, modulus).to_bytes(size, "big")
            tail = b"\x00" + self.SHA256 + hashlib.sha256(signed.encode()).digest()
            audience = claims["aud"] if isinstance(claims["aud"], list) else [claims["aud"]]
            valid = (head["alg"] == "RS256" and found == b"\x00\x01" + b"\xff" * (size - 2 - len(tail)) + tail
                     and claims["iss"] == self.description()["issuer"] and AUDIENCE in audience
                     and time.time() < claims["exp"] < time.time() + LONGEST_LIFE)
        except (AttributeError, KeyError, ValueError, OverflowError):
            valid = False
        if not valid:
            raise Refused(401, "UNAUTHORIZED", "a token of the issuer is needed")
        scopes = claims.get("scope", [])
        if scope not in (scopes.split() if isinstance(scopes, str) else scopes):
            raise Refused(403, "FORBIDDEN", "the token lacks the scope " + scope)

    def key(self, kid):
        if kid not in self.keys:
            self.keys = {key["kid"]: key for key in fetch(self.description()["jwks_uri"])["keys"]}
        return self.keys[kid]


def unpadded(text):
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def fetch(url, data=None, headers=None, method=None):
    request = urllib.request.Request(url, data, headers or {}, method=method)
    with urllib.request.urlopen(request, timeout=10) as answer:
        return json.load(answer)


def ledger(method, path, body):
    """Calls ledger-service. Each of these calls can be repeated without harm."""
    try:
        return fetch(LEDGER + path, json.dumps(body).encode(),
                     {"Authorization": "Bearer " + ISSUER_CLIENT.own(), "Content-Type": "application/json"}, method)
    except urllib.error.HTTPError as refused:
        told = json.load(refused)
        # What it says of the portfolio, the cycle or the run is for the caller: NOT_FOUND, CYCLE_SUPERSEDED, ...
        raise Refused(refused.code, told.get("code", "INTERNAL"), told.get("detail", "")) from refused
    except OSError as away:
        raise Refused(503, "SERVICE_OFFLINE", f"ledger is unavailable: {away}") from away


def now():
    return datetime.datetime.now(datetime.timezone.utc).isoformat().replace("+00:00", "Z")


class Endpoints(BaseHTTPRequestHandler):
    """The four endpoints of a controller, and its health."""

    protocol_version = "HTTP/1.1"
    started, succeeded, failed, last = now(), 0, 0, None

    def do_GET(self):
        self.answer({
            "/actuator/health": lambda: {"status": "UP"},
            "/strategy/info": self.info,
            "/strategy/status": self.state,
        })

    def do_POST(self):
        self.answer({
            "/strategy/execute-full-cycle": self.execute,
            "/strategy/validate-config": self.validate,
        })

    def info(self):
        ISSUER_CLIENT.require(self.headers["Authorization"], "trade:read")
        return {"name": "Cheap Outcomes", "description": "Buys what is cheap, sells what has risen", "type": TYPE,
                "version": VERSION, "market_source": "example", "default_config": checked({})[0],
                "parameters": [{"name": name, "kind": kind, "unit": unit, "default_value": default,
                                "range": f"{least} to {most}", "meaning": meaning}
                               for name, (kind, unit, default, least, most, meaning) in PARAMETERS.items()]}

    def state(self):
        ISSUER_CLIENT.require(self.headers["Authorization"], "trade:read")
        return {"type": TYPE, "status": "online", "started_at": self.started, "market_source": "example",
                "cycles_running": 0, "cycles_succeeded": Endpoints.succeeded, "cycles_failed": Endpoints.failed,
                "last_cycle_at": Endpoints.last}

    def validate(self):
        ISSUER_CLIENT.require(self.headers["Authorization"], "trade:read")
        config, errors = checked(self.body())
        return {"valid": not errors, "errors": errors, "config": {} if errors else config}

    def execute(self):
        ISSUER_CLIENT.require(self.headers["Authorization"], "internal")
        query = dict(urllib.parse.parse_qsl(urllib.parse.urlsplit(self.path).query))
        try:
            portfolio, fence = int(query["portfolio_id"]), int(self.headers.get("X-Cycle-Fence", "0"))
            cycle_id = str(uuid.UUID(query.get("cycle_id") or str(uuid.uuid4())))
        except (KeyError, ValueError) as wrong:
            raise Refused(400, "VALIDATION_FAILED", f"portfolio_id, cycle_id or X-Cycle-Fence: {wrong}") from wrong
        Endpoints.failed += 1
        report = cycle(portfolio, cycle_id, fence)
        Endpoints.failed, Endpoints.succeeded, Endpoints.last = Endpoints.failed - 1, Endpoints.succeeded + 1, now()
        return report

    def body(self):
        try:
            body = json.loads(self.rfile.read(int(self.headers.get("Content-Length", "0"))))
        except ValueError as wrong:
            raise Refused(400, "MALFORMED_JSON", str(wrong)) from wrong
        if not isinstance(body, dict):
            raise Refused(400, "VALIDATION_FAILED", "expected an object")
        return body

    def answer(self, handlers):
        status, content = 200, "application/json"
        try:
            handler = handlers.get(urllib.parse.urlsplit(self.path).path)
            if handler is None:
                raise Refused(404, "NOT_FOUND", self.path)
            answer = handler()
        except Refused as refused:
            status, content, answer = refused.status, "application/problem+json", refused.problem
        except Exception:  # a bug, or an issuer that is away: told to the caller without its inside
            traceback.print_exc()
            status, content, answer = 500, "application/problem+json", Refused(500, "INTERNAL", "see the log").problem
        payload = json.dumps(answer).encode()
        self.send_response(status)
        self.send_header("Content-Type", content)
        self.send_header("Content-Length", str(len(payload)))
        self.end_headers()
        self.wfile.write(payload)


ISSUER_CLIENT = Issuer()

if __name__ == "__main__":
    print(f"{TYPE} listens on {PORT}", flush=True)
    ThreadingHTTPServer(("127.0.0.1", PORT), Endpoints).serve_forever()
