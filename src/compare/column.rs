use std::sync::Arc;

use crate::model::Role;

/// A compared role.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// The role itself.
    pub role: Arc<Role>,
    /// The number of its color, below [`super::MAX_COMPARED`], which no other column has: the mark
    /// by which it is known through the whole page.
    pub color: usize,
    /// Whose figures these are: "Zippia's estimate".
    pub provenance: String,
}

impl Column {
    /// What makes it the same column after a change: the role, its color, and the title, which another file of own roles may
    /// give to the same role. With another key, what shows the column is shown anew.
    pub fn key(&self) -> String {
        let Role { id, title, .. } = &*self.role;
        format!("{}:{}:{title}", id.0, self.color)
    }
}
