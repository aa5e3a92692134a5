//! The business itself: what is done, and what is refused and why.

use std::collections::BTreeMap;

use axum::http::StatusCode;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::orders::{Order, OrderState, hundredths, money};

#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Business {
    /// Those something happened to.
    orders: BTreeMap<String, Order>,
    /// Refunds, shipments and so on, by number.
    made: BTreeMap<String, Value>,
}

/// What it says to a request, and the number of what it made.
pub struct Outcome {
    pub status: StatusCode,
    pub body: Value,
    pub reference: Option<String>,
}

impl Outcome {
    pub fn refused(status: StatusCode, reason: &str) -> Self {
        Self { status, body: json!({ "message": reason }), reference: None }
    }
}

/// A reason is said as it is.
type Done = Result<(String, Value), (StatusCode, &'static str)>;

const CONFLICT: StatusCode = StatusCode::CONFLICT;
const UNSOUND: StatusCode = StatusCode::UNPROCESSABLE_ENTITY;
const NOT_FOUND: StatusCode = StatusCode::NOT_FOUND;

impl Business {
    pub fn order(&self, no: &str) -> Option<Order> {
        self.orders.get(no).cloned().or_else(|| Order::thought_up(no))
    }

    pub fn made(&self, number: &str) -> Option<&Value> {
        self.made.get(number)
    }

    /// Does it, or says why not.
    pub fn act(&mut self, operation: &str, request: &Value) -> Outcome {
        match self.try_to_act(operation, request) {
            Ok((number, body)) => {
                Outcome { status: StatusCode::CREATED, body, reference: Some(number) }
            }
            Err((status, reason)) => Outcome::refused(status, reason),
        }
    }

    fn try_to_act(&mut self, operation: &str, request: &Value) -> Done {
        match operation {
            "confirm_room" => self.room(request, OrderState::Confirmed, "CF"),
            "refuse_room" => self.room(request, OrderState::Refused, "JR"),
            "refunds" => self.refund(request),
            "shipments" => self.ship(request),
            "vouchers" => self.voucher(request),
            "payments" => self.pay(request),
            "messages" => self.message(request),
            _ => Err((NOT_FOUND, "没有这个操作")),
        }
    }

    fn room(&mut self, request: &Value, to: OrderState, prefix: &str) -> Done {
        let mut order = self.asked_for(request)?;
        if order.state != OrderState::Unconfirmed {
            return Err((CONFLICT, "订单不在待确认状态"));
        }
        order.state = to;
        let no = order.no.clone();
        self.orders.insert(no.clone(), order);
        Ok(self.make(prefix, "accepted", json!({ "order": no })))
    }

    fn refund(&mut self, request: &Value) -> Done {
        let amount = amount(request)?;
        let mut order = self.asked_for(request)?;
        if order.refunded + amount > order.paid {
            return Err((CONFLICT, "退款金额超过实付金额"));
        }
        order.refunded += amount;
        if order.refunded == order.paid {
            order.state = OrderState::Refunded;
        }
        let no = order.no.clone();
        self.orders.insert(no.clone(), order);
        Ok(self.make("TK", "accepted", json!({ "order": no, "amount": money(amount) })))
    }

    fn ship(&mut self, request: &Value) -> Done {
        let order = self.asked_for(request)?;
        let sku = request.get("sku").and_then(Value::as_str).unwrap_or(&order.sku);
        Ok(self.make("FH", "packed", json!({ "order": order.no, "sku": sku })))
    }

    fn voucher(&mut self, request: &Value) -> Done {
        let mut order = self.asked_for(request)?;
        if order.state != OrderState::Confirmed {
            return Err((CONFLICT, "订单未确认，不能发凭证"));
        }
        order.state = OrderState::Completed;
        let no = order.no.clone();
        self.orders.insert(no.clone(), order);
        Ok(self.make("PZ", "sent", json!({ "order": no })))
    }

    fn pay(&mut self, request: &Value) -> Done {
        let amount = amount(request)?;
        let order = self.asked_for(request)?;
        Ok(self.make("FK", "paid", json!({ "order": order.no, "amount": money(amount) })))
    }

    fn message(&mut self, request: &Value) -> Done {
        let text = |name: &str| request.get(name).and_then(Value::as_str).unwrap_or_default();
        let (phone, words) = (text("phone"), text("text"));
        if phone.is_empty() || words.is_empty() {
            return Err((UNSOUND, "缺少手机号或内容"));
        }
        Ok(self.make("XX", "sent", json!({ "phone": phone, "text": words })))
    }

    fn asked_for(&self, request: &Value) -> Result<Order, (StatusCode, &'static str)> {
        let no = request.get("order").and_then(Value::as_str).unwrap_or_default();
        self.order(no).ok_or((NOT_FOUND, "订单不存在"))
    }

    fn make(&mut self, prefix: &str, state: &str, mut about: Value) -> (String, Value) {
        let number = format!("{prefix}{:06}", self.made.len() + 1);
        about["no"] = json!(number);
        about["state"] = json!(state);
        self.made.insert(number.clone(), about.clone());
        (number, about)
    }
}

fn amount(request: &Value) -> Result<i64, (StatusCode, &'static str)> {
    let text = match request.get("amount") {
        Some(Value::String(text)) => text.clone(),
        Some(Value::Number(number)) => number.to_string(),
        _ => String::new(),
    };
    hundredths(&text).filter(|amount| *amount > 0).ok_or((UNSOUND, "金额不正确"))
}
