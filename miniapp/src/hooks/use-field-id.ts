import { createContext, useContext } from 'react'

/** What the ids on a page begin with, where the pages below it stay in the same document. */
export const PageIds = createContext('')

/** The id in the document of what has this one on its page. */
export const useFieldId = (id: string): string => useContext(PageIds) + id
