//! Words of the customer's door.

words! {
    portal_title => "客户服务", "客戶服務", "Customer service";
}
