//! Names that end in a number, since others have the name without.

/// The first number from `first` on that is free, where those before the first free one are taken in a row.
/// With gaps it is a free number all the same. It asks as many times as the number has bits, twice.
///
/// # Errors
/// Those of `is_taken`.
pub fn first_free<E>(first: u32, mut is_taken: impl FnMut(u32) -> Result<bool, E>) -> Result<u32, E> {
    let (mut taken, mut free) = (first.saturating_sub(1), first);
    while is_taken(free)? {
        taken = free;
        free = free.saturating_mul(2).max(free.saturating_add(1));
    }
    while free - taken > 1 {
        let middle = taken + (free - taken) / 2;
        if is_taken(middle)? {
            taken = middle;
        } else {
            free = middle;
        }
    }
    Ok(free)
}

#[cfg(test)]
mod tests {
    use super::first_free;

    #[test]
    fn first_free_number_is_found_with_few_questions() {
        for last in [0, 1, 2, 3, 9, 100, 70_000] {
            let mut asked = 0;
            let found = first_free(2, |number| {
                asked += 1;
                Ok::<_, ()>(number <= last)
            });
            assert_eq!(found, Ok((last + 1).max(2)));
            assert!(asked < 40, "{asked}");
        }
    }
}
